import type { CandidateNames } from './content.ts'
import type { DebtKind } from './debt.ts'
import type { GateLayer } from './gate-layer.ts'
import type { Reason } from './reason.ts'
import type { ReviewDomain } from './review-domain.ts'
import type { ResidualRisk } from './skip.ts'
import type { Overlay, Status } from './status.ts'

/** What is known of one gate on one candidate at one moment. */
export interface JudgedGate {
  readonly gate: string
  readonly layer: GateLayer
  readonly domain: string | null
  readonly status: Status
  readonly overlays: readonly Overlay[]
  /** `passed`, an accepted `skipped`, or routed `not-applicable`. An exception never makes it true. */
  readonly satisfied: boolean
  readonly reasons: readonly Reason[]
  /** Ids of the evidence it was judged by, oldest first. */
  readonly evidence: readonly string[]
  /** The debt that is owed for it at this moment. */
  readonly debt: readonly DebtKind[]
  /** Ids of the exceptions that are in force for it; with any, `excepted` is among its overlays. */
  readonly exceptions: readonly string[]
}

/** A candidate with every gate it needs, judged. */
export interface JudgedCandidate {
  readonly names: CandidateNames
  /** The stored plan that says which gates are needed; null when there is none and every gate is. */
  readonly planId: string | null
  readonly gates: readonly JudgedGate[]
  /** The reviews that routing asked for. */
  readonly reviews: readonly ReviewDomain[]
  readonly computedAt: Date
}

export const FAST_PROFILE_PROOFS = ['validated-source', 'skipped-gates', 'profile-smoke', 'rollback-posture', 'owner-approval'] as const

export type FastProfileProof = (typeof FAST_PROFILE_PROOFS)[number]

export interface JudgedProof {
  readonly id: FastProfileProof
  readonly status: Status
  readonly reasons: readonly Reason[]
}

export const RELEASE_VERDICTS = ['go', 'go-with-exceptions', 'no-go', 'waiting'] as const

export type ReleaseVerdict = (typeof RELEASE_VERDICTS)[number]

/** A review that routing asked for is given by the approval of an exception in that review's role, and refused by its rejection. */
export const REVIEW_STATES = ['missing', 'approved', 'rejected'] as const

export type ReviewState = (typeof REVIEW_STATES)[number]

/** An exception in force that a verdict leans on. */
export interface LeanedException {
  readonly id: string
  readonly gates: readonly string[]
  readonly risk: ResidualRisk
  /** ISO. */
  readonly expiresAt: string
}

export interface CandidateVerdict {
  readonly verdict: ReleaseVerdict
  readonly profile: string
  /** Gates that are needed and not satisfied, those with an exception in force included. */
  readonly unsatisfied: readonly string[]
  readonly reviews: readonly { readonly domain: ReviewDomain; readonly state: ReviewState }[]
  /** The five of a fast profile, in order; empty for another kind. */
  readonly proofs: readonly JudgedProof[]
  /** What the verdict would not be without; empty for `go`. */
  readonly exceptions: readonly LeanedException[]
}
