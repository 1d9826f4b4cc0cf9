import type { JudgedAtHand, KnownCandidate } from './known-candidate.ts'

/** Judging thousands of gates takes a while, and many look at the same board. */
const MOST_KEPT = 4
const REUSED_FOR_MS = 1000
const kept = new Map<string, JudgedAtHand>()

/**
 * What was judged of the same facts by the same model within the last second, or what `judge` makes of them now. Anything that is recorded
 * makes other facts at once, and so does the end of an exception; what else time alone changes is seen up to a second later, and the answer
 * says which moment it is of.
 */
export function judgedLately(known: KnownCandidate, judge: () => JudgedAtHand): JudgedAtHand {
  const { current, facts, historyHash, now } = known
  if (historyHash === null) return judge()
  const key = [current.repository.id, current.version.sequence, facts.names.contentId, historyHash].join(' ')
  const lately = kept.get(key)
  const age = lately === undefined ? null : now.getTime() - lately.now.getTime()
  const hasEnded = ({ expiresAt }: { readonly expiresAt: Date }) => lately !== undefined && expiresAt > lately.now && expiresAt <= now
  const isSame = age !== null && age >= 0 && age < REUSED_FOR_MS && !facts.exceptions.some(hasEnded)
  if (lately !== undefined && isSame) return lately
  const judged = judge()
  kept.delete(key)
  kept.set(key, judged)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return judged
}
