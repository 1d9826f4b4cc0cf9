import { readFileSync } from 'node:fs'
import { readCiRules } from '#lib/formats/ci-rules.ts'
import { collectFaults } from '#lib/formats/located-faults.ts'
import type { CiProof, CiRule } from '#lib/model/ci-rule.ts'
import type { TokenScope } from '#lib/model/token-scope.ts'
import { namedIssuer, verifyIdentityToken } from '#lib/outside/identity-token.ts'
import { type IssuerKeys, issuerKeys } from '#lib/outside/issuer-keys.ts'
import { ciIdentity, matchCiRule } from '#lib/rules/ci/match-rule.ts'

/** A CI job that a rule speaks for. */
export interface KnownJob {
  /** The rule, the repository and the workflow: the same for every try of a job. */
  readonly id: string
  /** The rule's id: what a gate's `producers` may list. */
  readonly name: string
  readonly role: 'ci'
  readonly scope: TokenScope
  readonly ci: CiProof
}

/** Why an identity token is not taken: it is none of a known issuer, or no rule speaks for its job. */
export interface RefusedJob {
  readonly refused: 'unauthenticated' | 'forbidden'
  readonly detail: string
  /** For the server's log only: who asks need not know what rules there are. */
  readonly differs?: Readonly<Record<string, readonly string[]>>
}

interface CiIdentities {
  readonly audience: string
  readonly rules: readonly CiRule[]
  readonly keys: ReadonlyMap<string, IssuerKeys>
}

declare global {
  /** Read once at start, also when a bundler loads this file more than once. */
  var lanekeeperCiIdentities: CiIdentities | undefined
}

/** Makes these the rules of the process; tokens must be made for `audience`. */
export function setUpCiIdentities(audience: string, rules: readonly CiRule[]): void {
  const keys = new Map(rules.map(({ issuer, jwks }) => [issuer, issuerKeys(issuer, jwks)]))
  globalThis.lanekeeperCiIdentities = { audience, rules, keys }
}

/** The rules in a file, or one line for each fault, `file:line:column: …`. A warning is a fault here: half a rule allows too much. */
export function loadCiRules(file: string): { readonly rules: readonly CiRule[] } | { readonly faults: readonly string[] } {
  const faults = collectFaults(file)
  try {
    const rules = readCiRules(readFileSync(file), faults)
    const found = faults.diagnostics()
    if (found.length === 0) return { rules }
    return { faults: found.map(({ line, column, message, hint }) => `${file}:${line}:${column}: ${message} ${hint}`) }
  } catch (error) {
    return { faults: [`LANEKEEPER_CI_RULES: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`] }
  }
}

/**
 * The CI job behind an identity token, by the rules of this server; null when the text is no such token. Only an issuer that a rule names is
 * believed. Throws `Unavailable` when the issuer's keys cannot be had.
 */
export async function identifyJob(token: string): Promise<KnownJob | RefusedJob | null> {
  const issuer = namedIssuer(token)
  if (issuer === null) return null
  const { audience, rules, keys } = globalThis.lanekeeperCiIdentities ?? { audience: '', rules: [], keys: new Map() }
  const ofIssuer = keys.get(issuer)
  if (ofIssuer === undefined) return refused('no CI rule of this server names its issuer')
  const verified = await verifyIdentityToken(token, { issuer, audience, keys: ofIssuer })
  if ('fault' in verified) return refused(verified.fault)
  const { rule, differs } = matchCiRule(rules, verified.claims)
  if (rule === null) {
    const detail =
      'The identity token is genuine, but no CI rule of this server matches its job. Whoever runs the server finds in its log which claims differ.'
    return { refused: 'forbidden', detail, differs }
  }
  const { id, proof } = ciIdentity(rule, verified.claims)
  return { id, name: rule.id, role: 'ci', scope: { gates: rule.gates, domains: rule.domains }, ci: proof }
}

function refused(because: string): RefusedJob {
  return { refused: 'unauthenticated', detail: `The identity token is not taken: ${because}.` }
}
