import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { Session } from '#lib/store/database.ts'
import { actionsSince, type HistoryHead, historyHead } from '#lib/store/history-head.ts'
import { addFacts } from './add-facts.ts'
import { type LoadedCandidate, loadCandidate } from './load-candidate.ts'

/** A candidate of a large repository has thousands of records; those of the last few are kept in memory. */
const MOST_KEPT = 4
/** Beyond so many entries of the history what came since is not looked for: everything is read. */
const MOST_SINCE = 2000

interface Kept {
  readonly head: { readonly sequence: number; readonly hash: string }
  readonly loaded: Promise<LoadedCandidate>
}

const kept = new Map<string, Kept>()

/**
 * What was recorded of a candidate, and the head of the history it was read at. Asked again at the same head it is not read again: nothing
 * can have been recorded since. At a later head only evidence that came since is read; records that are the same are the same objects. The
 * head is asked for first, so that what is kept knows at least all of it. Ask it of one moment.
 */
export async function recordedFacts(
  session: Session,
  repositoryId: bigint,
  contentId: string,
): Promise<{ readonly facts: CandidateFacts; readonly head: HistoryHead }> {
  const head = await historyHead(session)
  return { facts: await factsAt(session, head, repositoryId, contentId), head }
}

async function factsAt(
  session: Session,
  { sequence, hash }: HistoryHead,
  repositoryId: bigint,
  contentId: string,
): Promise<CandidateFacts> {
  if (hash === null) return (await loadCandidate(session, repositoryId, contentId)).facts
  const key = `${repositoryId} ${contentId}`
  const known = kept.get(key)
  const entry =
    known?.head.hash === hash ? known : { head: { sequence, hash }, loaded: readAt(session, sequence, repositoryId, contentId, known) }
  // Taken out and put back, so that the first of the map is the one that was not asked for the longest.
  kept.delete(key)
  kept.set(key, entry)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  entry.loaded.catch(() => {
    if (kept.get(key) === entry) kept.delete(key)
  })
  return (await entry.loaded).facts
}

async function readAt(
  session: Session,
  sequence: number,
  repositoryId: bigint,
  contentId: string,
  known: Kept | undefined,
): Promise<LoadedCandidate> {
  const before = known === undefined ? null : await known.loaded.catch(() => null)
  if (known !== undefined && before !== null && (await onlyAdds(session, known.head, sequence))) {
    const since = await loadCandidate(session, repositoryId, contentId, { after: before.evidenceSequence })
    const facts = addFacts(before.facts, since.facts)
    if (facts !== null) return { ...since, facts }
  }
  return loadCandidate(session, repositoryId, contentId)
}

/** True when evidence that was read is still as it was: the history goes on from there, and nothing was taken back. */
async function onlyAdds(session: Session, head: Kept['head'], sequence: number): Promise<boolean> {
  if (sequence < head.sequence || sequence > head.sequence + MOST_SINCE) return false
  const actions = await actionsSince(session, head)
  return actions !== null && !actions.includes('evidence.revoked')
}
