import type { EligibilityVerdict } from './eligibility.ts'
import type { ReleaseVerdict } from './judgement.ts'
import type { ProfileKind, ProfileMode } from './release-profile.ts'
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
