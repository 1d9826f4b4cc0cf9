import type { Content } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { pageOfCandidates } from '#lib/store/candidates.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'

export interface CandidateSummary {
  readonly contentId: string
  /** As it was first named. */
  readonly content: Content
  readonly firstSeenAt: string
}

/** What evidence, runs and skips were recorded for, what was first seen last at the front. */
export async function listCandidates(asked: ListAsked): Promise<List<CandidateSummary> | Refusal> {
  const list = await listPage(asked, (session, { id }, page) => pageOfCandidates(session, id, page))
  if (isRefusal(list)) return list
  return { ...list, items: list.items.map((seen) => ({ ...seen, firstSeenAt: seen.firstSeenAt.toISOString() })) }
}
