import { GUARD_MODES, type GuardMode } from '#lib/model/extraction-packet.ts'
import type { JudgedFinding } from '#lib/model/guard.ts'
import { blocks } from './blocks.ts'

/** The next stricter mode of a guard, and what keeps it from being taken today. */
export interface Graduation {
  readonly to: GuardMode
  /** The findings that would block in that mode. */
  readonly wouldBlock: number
}

/** What a guard graduates to from its mode, null for none; null when it blocks everything already. */
export function nextGraduation(mode: GuardMode | null, findings: readonly JudgedFinding[]): Graduation | null {
  const to = mode === null ? GUARD_MODES[0] : GUARD_MODES[GUARD_MODES.indexOf(mode) + 1]
  return to === undefined ? null : { to, wouldBlock: findings.filter(({ state }) => blocks(to, state)).length }
}
