import type { Content } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { JudgedRelease } from '#lib/model/release-record.ts'
import { candidateContent } from '#lib/rules/board/candidate-content.ts'
import { orderLanes } from '#lib/rules/board/order-lanes.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { defaultProfile } from '#lib/rules/release/default-profile.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { judgeRelease } from '#lib/rules/release/judge-release.ts'
import { profileVerdicts } from '#lib/rules/release/profile-verdicts.ts'
import { releaseDomains } from '#lib/rules/release/release-domains.ts'
import { candidateSeen, contentIdsOf } from '#lib/store/candidates.ts'
import { debtOfCandidate } from '#lib/store/debt.ts'
import { promotionsOfCandidate } from '#lib/store/promotions.ts'
import { ask } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import { findProfile } from './find-profile.ts'
import { knownCandidate } from './judged-candidate.ts'
import type { KnownCandidate } from './known-candidate.ts'
import { type DebtDocument, debtDocument } from './list-debt.ts'
import type { SkipDocument } from './list-skips.ts'
import { type PromotionDocument, promotionDocument } from './promotion-document.ts'
import { skipsOfCandidate } from './skips-of-candidate.ts'
import { sweepPastDue } from './sweep-past-due.ts'
import { trackedDocuments } from './tracked-documents.ts'

/** All that is to be said of releasing a candidate by a profile, at one moment. */
export interface ReleaseRecord extends JudgedRelease {
  readonly content: Content
  /** Declared for this content, newest first, accepted and refused. */
  readonly skips: readonly SkipDocument[]
  /** Every line of the ledger that was opened for this content, newest first; those that were repaid too. */
  readonly debt: readonly DebtDocument[]
  readonly promotions: readonly PromotionDocument[]
}

/**
 * The record of releasing a candidate by a profile (without one, by the first that demands everything): the verdict, and all it rests on.
 * Judged at this moment. A run whose deadline is past is closed first, so that what it hid is in it.
 */
export async function releaseRecord(asked: {
  readonly repository: string | null
  readonly contentId: string
  readonly profile: string | null
}): Promise<ReleaseRecord | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  await sweepPastDue(current)
  const known = await knownCandidate({ repository: asked.repository, contentId: asked.contentId })
  if (isRefusal(known)) return known
  const { model } = known.current.compiled
  const profile = asked.profile === null ? (defaultProfile(model.profiles) ?? noProfile()) : findProfile(model, asked.profile)
  if (isRefusal(profile)) return profile
  const { facts, now, sequence } = known
  const { seen, debt, promotions } = await recordsOf(known)
  const judged = judgeRelease(model, facts, profile, now)
  const { planId, gates } = judgeCandidate(model, facts, { profile, now })
  return {
    repository: known.current.repository.name,
    contentId: asked.contentId,
    content: candidateContent(facts.names),
    names: facts.names,
    firstSeenAt: seen?.firstSeenAt.toISOString() ?? null,
    planId,
    modelDigest: model.digest,
    computedAt: now.toISOString(),
    sequence,
    historyHash: known.historyHash,
    profile: { id: profile.id, kind: profile.kind, mode: profile.mode },
    verdict: judged.verdict,
    profiles: profileVerdicts(model, facts, now),
    domains: releaseDomains(orderLanes(model.lanes), gates, new Set(judged.unsatisfied), eligibilityOf(known)),
    gates,
    unsatisfied: judged.unsatisfied,
    reviews: judged.reviews,
    proofs: judged.proofs,
    exceptions: judged.exceptions,
    skips: skipsOfCandidate(model, facts, now).toReversed(),
    debt: debt.map(debtDocument),
    promotions: promotions.map(promotionDocument),
  }
}

function noProfile(): Refusal {
  return { refused: 'profile-unknown', detail: 'The repository declares no release profile, so nothing can be released by one.' }
}

function recordsOf({ current, facts }: KnownCandidate) {
  const { id } = current.repository
  return ask(async (session) => ({
    seen: await candidateSeen(session, id, facts.names.contentId),
    debt: await debtOfCandidate(session, id, contentIdsOf(facts.names)),
    promotions: await promotionsOfCandidate(session, id, facts.names),
  }))
}

function eligibilityOf({ current, facts, now }: KnownCandidate) {
  const { model } = current.compiled
  const candidate = judgeCandidate(model, facts, { profile: null, now })
  const documents = trackedDocuments(current.tree)
  return new Map(
    model.lanes.map(({ domainId }) => [domainId, judgeEligibility(model, domainId, candidate, facts, documents, now).verdict] as const),
  )
}
