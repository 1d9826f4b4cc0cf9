import type { CellFace } from './board.ts'
import type { CandidatePlan } from './candidate-facts.ts'
import type { DebtKind } from './debt.ts'
import type { EligibilityVerdict } from './eligibility.ts'
import type { Overlay, Status } from './status.ts'

/** Whether the second of two statuses is nearer to passing; `other` where one of them does not apply, or only what is on top of it changed. */
export const DIRECTIONS = ['worse', 'other', 'better'] as const

export type Direction = (typeof DIRECTIONS)[number]

/** A cell of the board that is not the same on both candidates. */
export interface CellChange {
  readonly domain: string
  readonly title: string
  /** The column, counted from 1. */
  readonly number: number
  readonly before: CellFace
  readonly after: CellFace
  readonly direction: Direction
}

/** A domain whose eligibility is not the same on both. */
export interface VerdictChange {
  readonly domain: string
  readonly title: string
  readonly before: EligibilityVerdict
  readonly after: EligibilityVerdict
}

/** A gate as it stands on both candidates. */
export interface GateChange {
  readonly gate: string
  /** The domain it belongs to; null for a gate of all. */
  readonly domain: string | null
  readonly before: GateFace
  readonly after: GateFace
}

export interface GateFace {
  readonly status: Status
  readonly overlays: readonly Overlay[]
  /** How many pieces of evidence it was judged by. */
  readonly evidence: number
  readonly debt: readonly DebtKind[]
}

/** What became of a gate that is skipped on one of the two: skipped now, shown by a run since, or neither. */
export type SkipFate = 'added' | 'repaid' | 'gone'

/** What is not the same on two candidates, both judged by the same model at the same moment. */
export interface Comparison {
  readonly verdicts: readonly VerdictChange[]
  /** Worse first. */
  readonly items: readonly CellChange[]
  readonly layers: readonly CellChange[]
  /** Gates with evidence on the first and none on the second, and the other way round. */
  readonly evidenceLost: readonly GateChange[]
  readonly evidenceGained: readonly GateChange[]
  readonly skips: readonly (GateChange & { readonly fate: SkipFate })[]
  /** Gates that owe something on one of them and not on the other. */
  readonly debt: readonly GateChange[]
  /** Gates that are needed for one of them only. */
  readonly needed: readonly GateChange[]
  /** Nothing of all this differs. */
  readonly isSame: boolean
}

/** One of the two that are compared. */
export interface ComparedCandidate {
  readonly contentId: string
  /** Nothing was recorded of it and no plan has it as its head: everything is missing, which says little. */
  readonly isUnseen: boolean
  /** The newest stored plan for it, and the digest of the model it was planned by. */
  readonly plan: Pick<CandidatePlan, 'id' | 'modelDigest'> | null
}

export interface ComparedCandidates extends Comparison {
  readonly base: ComparedCandidate
  readonly head: ComparedCandidate
  /** Both are judged by this model. */
  readonly modelDigest: string
  readonly computedAt: string
  readonly sequence: number
}
