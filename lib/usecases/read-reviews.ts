import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'
import { requiredReviews } from '#lib/rules/release/required-reviews.ts'
import { type CandidateAsked, knownCandidate } from './judged-candidate.ts'

/** The reviews that routing asked for on a candidate, which an exception for it needs as well. */
export async function readReviews(asked: CandidateAsked): Promise<{ readonly reviews: readonly ReviewDomain[] } | Refusal> {
  const known = await knownCandidate(asked)
  return isRefusal(known) ? known : { reviews: requiredReviews(known.current.compiled.model, known.facts.plan) }
}
