import type { Gate } from '#lib/model/gate.ts'

/** Who answers for the gates that belong to no domain. */
export const RELEASE_MANAGEMENT = 'release management'

/** Who can move a gate: the owner of its lane, or release management for a global one. */
export function whoCanMove(gate: Pick<Gate, 'domain'>, laneOwner: string | null = null): readonly string[] {
  if (gate.domain === null) return [RELEASE_MANAGEMENT]
  return [laneOwner ?? `the owner of ${gate.domain}`]
}
