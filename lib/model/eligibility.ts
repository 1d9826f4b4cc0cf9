import type { Reason } from './reason.ts'
import type { Overlay, Status } from './status.ts'

/** The eight points of the operating model's "Independent Promotion Eligibility", in its order. */
export const ELIGIBILITY_ITEMS = [
  'extraction-decision',
  'service-auth',
  'degradation-harness',
  'rollback-tested',
  'profile-gates',
  'consumer-smokes',
  'status-slo',
  'boundary-guards',
] as const

export type EligibilityItemId = (typeof ELIGIBILITY_ITEMS)[number]

export const ELIGIBILITY_VERDICTS = ['eligible', 'not-eligible', 'unknown'] as const

export type EligibilityVerdict = (typeof ELIGIBILITY_VERDICTS)[number]

export interface JudgedItem {
  readonly id: EligibilityItemId
  /** 1 to 8. */
  readonly number: number
  /** What must be true, in one sentence. */
  readonly claim: string
  readonly status: Status
  readonly overlays: readonly Overlay[]
  readonly reasons: readonly Reason[]
  readonly evidence: readonly string[]
}

export interface DomainEligibility {
  readonly domain: string
  readonly verdict: EligibilityVerdict
  /** All eight, in order. */
  readonly items: readonly JudgedItem[]
  readonly unmet: readonly EligibilityItemId[]
}
