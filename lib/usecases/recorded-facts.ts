import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { Session } from '#lib/store/database.ts'
import { type HistoryHead, historyHead } from '#lib/store/history-head.ts'
import { loadCandidate } from './load-candidate.ts'

/** A candidate of a large repository has thousands of records; those of the last few are kept in memory. */
const MOST_KEPT = 4
const kept = new Map<string, { readonly head: string; readonly facts: Promise<CandidateFacts> }>()

/**
 * What was recorded of a candidate, and the head of the history it was read at. Asked again at the same head it is not read again: nothing
 * can have been recorded since. The head is asked for first, so that what is kept knows at least all of it.
 */
export async function recordedFacts(
  session: Session,
  repositoryId: bigint,
  contentId: string,
): Promise<{ readonly facts: CandidateFacts; readonly head: HistoryHead }> {
  const head = await historyHead(session)
  return { facts: await factsAt(session, head, repositoryId, contentId), head }
}

async function factsAt(session: Session, head: HistoryHead, repositoryId: bigint, contentId: string): Promise<CandidateFacts> {
  const read = async () => (await loadCandidate(session, repositoryId, contentId)).facts
  if (head.hash === null) return read()
  const key = `${repositoryId} ${contentId}`
  const known = kept.get(key)
  const entry = known?.head === head.hash ? known : { head: head.hash, facts: read() }
  // Taken out and put back, so that the first of the map is the one that was not asked for the longest.
  kept.delete(key)
  kept.set(key, entry)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  entry.facts.catch(() => {
    if (kept.get(key) === entry) kept.delete(key)
  })
  return entry.facts
}
