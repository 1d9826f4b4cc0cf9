import type { CandidateNames } from './content.ts'
import type { EligibilityVerdict } from './eligibility.ts'
import type { JudgedGate, JudgedProof, LeanedException, ReleaseVerdict, ReviewState } from './judgement.ts'
import type { ProfileKind, ProfileMode } from './release-profile.ts'
import type { ReviewDomain } from './review-domain.ts'
import type { Status } from './status.ts'

/** Whether a candidate may be released by one profile, in one line. */
export interface ProfileVerdict {
  readonly profile: string
  readonly kind: ProfileKind
  readonly mode: ProfileMode
  readonly verdict: ReleaseVerdict
  /** How many gates that are needed are not satisfied. */
  readonly unsatisfied: number
}

/** What a release needs of one domain, or, with null, of the whole platform, and how that stands. */
export interface ReleaseDomain {
  readonly domain: string | null
  readonly title: string
  readonly owner: string | null
  /** The worst of the gates that are needed; `not-applicable` when none is. */
  readonly status: Status
  /** Every gate of the domain by its status; they add up to `gates`. */
  readonly counts: Readonly<Record<Status, number>>
  readonly gates: number
  readonly unsatisfied: number
  /** Of independent promotion, which a release with the platform does not ask for; null for the platform itself. */
  readonly eligibility: EligibilityVerdict | null
}

/** What releasing a candidate by a profile comes to, and what was judged for it, at one moment. */
export interface JudgedRelease {
  readonly repository: string
  readonly contentId: string
  readonly names: CandidateNames
  /** Null when nothing was ever recorded for it under this name. */
  readonly firstSeenAt: string | null
  /** The stored plan that says which gates are needed; null when there is none and every gate is. */
  readonly planId: string | null
  readonly modelDigest: string
  readonly computedAt: string
  readonly sequence: number
  /** Names the whole history that was looked at: the hash of its newest audit entry. Null before the first. */
  readonly historyHash: string | null
  readonly profile: { readonly id: string; readonly kind: ProfileKind; readonly mode: ProfileMode }
  readonly verdict: ReleaseVerdict
  /** Under every profile, this one among them. */
  readonly profiles: readonly ProfileVerdict[]
  readonly domains: readonly ReleaseDomain[]
  /** Every gate, in order of layer, domain and id; also those that are not needed. */
  readonly gates: readonly JudgedGate[]
  readonly unsatisfied: readonly string[]
  readonly reviews: readonly { readonly domain: ReviewDomain; readonly state: ReviewState }[]
  readonly proofs: readonly JudgedProof[]
  /** In force, and leaned on by the verdict. */
  readonly exceptions: readonly LeanedException[]
}
