import type { ShownDebt } from '#components/records/debt-table.tsx'
import type { ShownSkip } from '#components/records/skip-table.tsx'
import type { CandidateNames } from '#lib/model/content.ts'
import type { JudgedGate, JudgedProof, ReleaseVerdict } from '#lib/model/judgement.ts'
import type { ProfileKind, ProfileMode } from '#lib/model/release-profile.ts'
import type { ProfileVerdict, ReleaseDomain } from '#lib/model/release-record.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'

/** The record of a release as its pages take it. */
export interface ShownRelease {
  readonly repository: string
  readonly contentId: string
  readonly names: CandidateNames
  readonly firstSeenAt: string | null
  readonly planId: string | null
  readonly modelDigest: string
  readonly computedAt: string
  readonly sequence: number
  readonly historyHash: string | null
  readonly profile: { readonly id: string; readonly kind: ProfileKind; readonly mode: ProfileMode }
  readonly verdict: ReleaseVerdict
  readonly profiles: readonly ProfileVerdict[]
  readonly domains: readonly ReleaseDomain[]
  readonly gates: readonly JudgedGate[]
  readonly unsatisfied: readonly string[]
  readonly reviews: readonly { readonly domain: ReviewDomain; readonly state: 'approved' | 'missing' }[]
  readonly proofs: readonly JudgedProof[]
  readonly skips: readonly ShownSkip[]
  readonly debt: readonly ShownDebt[]
  readonly promotions: readonly { readonly id: string; readonly domain: string; readonly promotedBy: string; readonly promotedAt: string }[]
}

/** The gates that stand in the way, the worst first; of equal ones in the order they come in. */
export function openGates({ gates, unsatisfied }: Pick<ShownRelease, 'gates' | 'unsatisfied'>): readonly JudgedGate[] {
  const open = new Set(unsatisfied)
  return gates.filter(({ gate }) => open.has(gate)).toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status))
}
