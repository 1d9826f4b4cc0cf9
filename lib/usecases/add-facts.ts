import { isDeepStrictEqual } from 'node:util'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'

/**
 * The facts of a candidate with what came since: evidence and newest passes are added to those that were known, the other lists are whole.
 * A record that is the same stays the same object. Null when the candidate is known by other names now: then other evidence may speak for it.
 */
export function addFacts(before: CandidateFacts, since: CandidateFacts): CandidateFacts | null {
  if (!isDeepStrictEqual(before.names, since.names)) return null
  const passes = new Map([...before.lastPasses, ...since.lastPasses].map((pass) => [pass.gate, pass]))
  return {
    names: before.names,
    evidence: [...before.evidence, ...since.evidence],
    lastPasses: [...passes.values()],
    skips: sameObjects(before.skips, since.skips),
    runs: sameObjects(before.runs, since.runs),
    exceptions: sameObjects(before.exceptions, since.exceptions),
    rejectedReviews: since.rejectedReviews,
    plan: since.plan,
  }
}

function sameObjects<T extends { readonly id: string }>(before: readonly T[], since: readonly T[]): readonly T[] {
  const known = new Map(before.map((each) => [each.id, each]))
  return since.map((each) => {
    const same = known.get(each.id)
    return same !== undefined && isDeepStrictEqual(same, each) ? same : each
  })
}
