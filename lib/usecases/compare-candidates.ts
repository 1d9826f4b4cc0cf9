import type { ComparedCandidate, ComparedCandidates } from '#lib/model/comparison.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { boardRow } from '#lib/rules/board/board-row.ts'
import { type BoardOfCandidate, compareCandidates as compare } from '#lib/rules/board/compare-candidates.ts'
import { orderLanes } from '#lib/rules/board/order-lanes.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import type { CurrentModel } from './current-model.ts'
import { knownCandidate } from './judged-candidate.ts'
import type { KnownCandidate } from './known-candidate.ts'
import { trackedDocuments } from './tracked-documents.ts'

/** What is not the same on two candidates: both judged by the current model at one moment, so that only what was recorded differs. */
export async function compareCandidates(asked: {
  readonly repository: string | null
  readonly base: string
  readonly head: string
}): Promise<ComparedCandidates | Refusal> {
  const base = await knownCandidate({ repository: asked.repository, contentId: asked.base })
  if (isRefusal(base)) return base
  const head = await knownCandidate({ repository: asked.repository, contentId: asked.head })
  if (isRefusal(head)) return head
  const { current, now, sequence } = head
  return {
    ...compare(boardOf(base, current, now), boardOf(head, current, now)),
    base: comparedCandidate(asked.base, base),
    head: comparedCandidate(asked.head, head),
    modelDigest: current.compiled.model.digest,
    computedAt: now.toISOString(),
    sequence,
  }
}

function boardOf({ facts }: KnownCandidate, current: CurrentModel, now: Date): BoardOfCandidate {
  const { model } = current.compiled
  const documents = trackedDocuments(current.tree)
  const candidate = judgeCandidate(model, facts, { profile: null, now })
  const judged = orderLanes(model.lanes).map((lane) => ({
    lane,
    eligibility: judgeEligibility(model, lane.domainId, candidate, facts, documents, now),
  }))
  const rows = (tab: 'items' | 'layers') => judged.map(({ lane, eligibility }) => boardRow(lane, { model, candidate, eligibility, tab }))
  return { candidate, items: rows('items'), layers: rows('layers') }
}

function comparedCandidate(contentId: string, { facts }: KnownCandidate): ComparedCandidate {
  const { plan, evidence, skips, runs } = facts
  return {
    contentId,
    isUnseen: plan === null && evidence.length === 0 && skips.length === 0 && runs.length === 0,
    plan: plan === null ? null : { id: plan.id, modelDigest: plan.modelDigest },
  }
}
