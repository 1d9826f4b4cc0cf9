import type { Reason } from '#lib/model/reason.ts'
import type { PriorRefusal, SkipWithProof } from '#lib/model/skip.ts'
import { explainSkip } from './explain-skip.ts'
import { type SkipFacts, whyNotPrior } from './why-not-prior.ts'

export interface JudgedSkip {
  readonly state: 'accepted' | 'refused'
  readonly refusal: PriorRefusal | null
  readonly reason: Reason
}

/** Judges a declared skip at a moment. It is judged again at every look: a proof can be revoked, grow old, or its gate change. */
export function judgeSkip(skip: SkipWithProof, facts: SkipFacts, now: Date): JudgedSkip {
  const refusal = whyNotPrior(skip, facts, now)
  return { state: refusal === null ? 'accepted' : 'refused', refusal, reason: explainSkip(skip, facts, refusal) }
}
