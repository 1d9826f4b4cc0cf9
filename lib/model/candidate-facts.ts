import type { AnnouncedRun } from './announced-run.ts'
import type { CandidateNames, Content } from './content.ts'
import type { Evidence } from './evidence.ts'
import type { GrantedException, RejectedReview } from './exception.ts'
import type { ReviewDomain } from './review-domain.ts'
import type { SkipWithProof } from './skip.ts'

/** The newest standing pass of a gate, whatever content it was for. */
export interface LastPass {
  readonly gate: string
  readonly evidence: string
  readonly content: Content
  readonly receivedAt: Date
}

/** The stored plans that say which gates a candidate needs, united. */
export interface CandidatePlan {
  /** The newest of them. */
  readonly id: string
  readonly modelDigest: string
  readonly gates: readonly string[]
  readonly notRequired: readonly { readonly id: string; readonly because: string }[]
  readonly reviews: readonly ReviewDomain[]
}

/** Everything that was recorded about a candidate, as far as judging it needs it. Each list is oldest first. */
export interface CandidateFacts {
  readonly names: CandidateNames
  /** All evidence that speaks for it, also what was revoked. */
  readonly evidence: readonly Evidence[]
  readonly skips: readonly SkipWithProof[]
  readonly runs: readonly AnnouncedRun[]
  readonly lastPasses: readonly LastPass[]
  /** Exceptions that were approved and not revoked, also those whose time is up. */
  readonly exceptions: readonly GrantedException[]
  readonly rejectedReviews: readonly RejectedReview[]
  /** Null when no plan has a commit of it as its head: then every gate of every lane is needed. */
  readonly plan: CandidatePlan | null
}
