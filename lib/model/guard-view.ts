import type { GuardMode } from './extraction-packet.ts'
import type { GuardFindingState, JudgedFinding } from './guard.ts'
import type { JudgedGate } from './judgement.ts'

/** A guard on a candidate: what it found, held against the baseline and the allowed debt. */
export interface GuardView extends Pick<JudgedGate, 'gate' | 'status' | 'overlays' | 'reasons'> {
  /** The strictest that a packet asks for; null when none does. */
  readonly mode: GuardMode | null
  /** Whose packets name it; sorted. */
  readonly domains: readonly string[]
  /** The evidence whose findings these are; null when none was reported with findings. */
  readonly evidence: string | null
  readonly counts: Readonly<Record<GuardFindingState, number>>
  readonly findings: readonly JudgedFinding[]
}
