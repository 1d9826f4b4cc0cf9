import type { Place } from './place.ts'

export const PROFILE_KINDS = ['full', 'fast', 'validation-only'] as const

export type ProfileKind = (typeof PROFILE_KINDS)[number]

export const PROFILE_MODES = ['advisory', 'enforcing'] as const

export type ProfileMode = (typeof PROFILE_MODES)[number]

/** How a candidate is released: everything, with declared skips (`fast`), or validated only. */
export interface ReleaseProfile extends Place {
  readonly id: string
  readonly kind: ProfileKind
  readonly mode: ProfileMode
  /** Layers or gate ids that may be skipped with proof; never `contract-global`. */
  readonly maySkip: readonly string[]
  readonly smoke: string | null
  readonly maxEvidenceAgeSeconds: number | null
  readonly rollbackGate: string | null
}
