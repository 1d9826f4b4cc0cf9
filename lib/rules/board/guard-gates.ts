import { GUARD_MODES, type GuardMode } from '#lib/model/extraction-packet.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'

/** A gate that runs a boundary guard, and whose packets ask for it. */
export interface GuardGate {
  readonly gate: string
  /** The strictest mode that a packet asks for; null when none does. */
  readonly mode: GuardMode | null
  readonly domains: readonly string[]
}

/** The guard that routing itself knows. */
const BOUNDARY_GUARD = 'global/boundary_guard'

/** The guards of a repository: the one that routing knows, those that packets name, and those that have reported findings; by id. */
export function guardGates(model: OperatingModel, reporting: Iterable<string>): readonly GuardGate[] {
  const guards = new Map<string, { mode: GuardMode | null; domains: Set<string> }>()
  const guardOf = (gate: string) => guards.get(gate) ?? { mode: null, domains: new Set<string>() }
  for (const gate of [BOUNDARY_GUARD, ...reporting]) guards.set(gate, guardOf(gate))
  for (const { domainId, boundaryGuard } of model.packets) {
    if (boundaryGuard?.gate == null) continue
    const known = guardOf(boundaryGuard.gate)
    guards.set(boundaryGuard.gate, { mode: stricter(known.mode, boundaryGuard.mode), domains: known.domains.add(domainId) })
  }
  return [...guards]
    .map(([gate, { mode, domains }]) => ({ gate, mode, domains: [...domains].sort() }))
    .sort((a, b) => (a.gate < b.gate ? -1 : 1))
}

function stricter(one: GuardMode | null, other: GuardMode): GuardMode {
  return one !== null && GUARD_MODES.indexOf(one) > GUARD_MODES.indexOf(other) ? one : other
}
