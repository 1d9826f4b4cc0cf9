import type { Content } from '#lib/model/content.ts'
import type { EligibilityItemId, EligibilityVerdict } from '#lib/model/eligibility.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Status } from '#lib/model/status.ts'
import { gatesOfDomain } from '#lib/rules/eligibility/gates-of-domain.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { pageOfCandidates } from '#lib/store/candidates.ts'
import { historyHead } from '#lib/store/history-head.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import type { List, ListAsked } from './list-page.ts'
import { loadCandidates } from './load-candidate.ts'
import { readCursor, writeCursor } from './page-cursor.ts'
import { trackedDocuments } from './tracked-documents.ts'
import { unknownDomain } from './unknown-domain.ts'

/** How a domain stands on one of the candidates. */
export interface DomainMoment {
  readonly contentId: string
  /** As it was first named. */
  readonly content: Content
  readonly firstSeenAt: string
  readonly verdict: EligibilityVerdict
  /** All eight, in order. */
  readonly items: readonly { readonly id: EligibilityItemId; readonly status: Status }[]
}

export interface DomainHistory extends List<DomainMoment> {
  readonly domain: string
  readonly modelDigest: string
  readonly computedAt: string
  readonly sequence: number
}

/**
 * How a domain stands on the candidates, what was first seen last at the front: each judged at this moment by the model of today, so it is
 * not what was said of it then. Only what was recorded of the domain's own gates is read.
 */
export async function domainHistory(asked: ListAsked & { readonly domain: string }): Promise<DomainHistory | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  const { id } = current.repository
  const { domain } = asked
  if (!model.lanes.some(({ domainId }) => domainId === domain)) return unknownDomain(model, domain)
  const gates = gatesOfDomain(model, domain)
  const documents = trackedDocuments(current.tree)
  return askOfOneMoment(async (session) => {
    const head = await historyHead(session)
    const { items, next } = await pageOfCandidates(session, id, { before: readCursor(asked.cursor), limit: asked.limit })
    const contentIds = items.map(({ contentId }) => contentId)
    const loaded = await loadCandidates(session, id, contentIds, { gates })
    return {
      domain,
      modelDigest: model.digest,
      computedAt: head.now.toISOString(),
      sequence: head.sequence,
      items: items.map(({ contentId, content, firstSeenAt }) => {
        const facts = loaded.get(contentId)
        if (facts === undefined) throw new Error('the database gave fewer candidates than it was asked for')
        const candidate = judgeCandidate(model, facts, { profile: null, now: head.now, gates })
        const judged = judgeEligibility(model, domain, candidate, facts, documents, head.now)
        const statuses = judged.items.map(({ id, status }) => ({ id, status }))
        return { contentId, content, firstSeenAt: firstSeenAt.toISOString(), verdict: judged.verdict, items: statuses }
      }),
      next: writeCursor(next),
    }
  })
}
