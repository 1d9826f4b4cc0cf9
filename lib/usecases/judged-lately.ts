import type { JudgedAtHand, KnownCandidate } from './known-candidate.ts'

/** Judging thousands of gates takes a while, and many look at the same board. */
const MOST_KEPT = 4
const REUSED_FOR_MS = 1000
const kept = new Map<string, JudgedAtHand>()

/**
 * What was judged of the same facts by the same model within the last second, or what `judge` makes of them now. Anything that is recorded
 * makes other facts at once, and what time alone changes is judged anew from that very moment on. While it changes nothing, what was judged
 * before is true of now as well. The answer says which moment it is of.
 */
export function judgedLately(known: KnownCandidate, judge: () => JudgedAtHand): JudgedAtHand {
  const { current, facts, historyHash, now } = known
  if (historyHash === null) return judge()
  const key = [current.repository.id, current.version.sequence, facts.names.contentId, historyHash].join(' ')
  const lately = kept.get(key)
  const age = lately === undefined ? Number.NaN : now.getTime() - lately.now.getTime()
  const holds = lately !== undefined && lately.facts === facts && age >= 0 && now.getTime() < lately.now.changesAt
  if (holds && age < REUSED_FOR_MS) return lately
  const judged = holds ? asOfNow(lately, known) : judge()
  kept.delete(key)
  kept.set(key, judged)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return judged
}

function asOfNow({ candidate, now: then }: JudgedAtHand, known: KnownCandidate): JudgedAtHand {
  known.now.expect(then.changesAt)
  return { ...known, candidate: { ...candidate, computedAt: known.now } }
}
