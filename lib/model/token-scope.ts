import type { CiProof } from './ci-rule.ts'

/**
 * What a machine's token may post for. Both must allow a gate: its id is among `gates`, its domain among `domains`; null allows any.
 * Global gates count as the domain `global`.
 */
export interface TokenScope {
  readonly gates: readonly string[] | null
  readonly domains: readonly string[] | null
}

export const ANY_SCOPE: TokenScope = { gates: null, domains: null }

/** A machine that asks for something to be recorded. */
export interface Writer {
  /** `token:<id>`, or `ci:<rule>/<repository>/<workflow>`. */
  readonly identity: string
  /** The token's name, or the rule's id: what a gate's `producers` may list. */
  readonly name: string
  readonly scope: TokenScope
  /** What a CI job has proven of itself; absent for a token that was handed out. */
  readonly ci?: CiProof
}

/** True when a token of this scope may post for the gate. */
export function isInScope({ gates, domains }: TokenScope, gate: { readonly id: string; readonly domain: string | null }): boolean {
  return (gates === null || gates.includes(gate.id)) && (domains === null || domains.includes(gate.domain ?? 'global'))
}

/** True when `scope` allows nothing that `limit` does not. */
export function isWithinScope(scope: TokenScope, limit: TokenScope): boolean {
  return isPartOf(scope.gates, limit.gates) && isPartOf(scope.domains, limit.domains)
}

function isPartOf(some: readonly string[] | null, all: readonly string[] | null): boolean {
  return all === null || (some?.every((each) => all.includes(each)) ?? false)
}
