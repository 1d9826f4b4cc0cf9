import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { speaksFor } from '#lib/model/content.ts'
import type { GrantedException } from '#lib/model/exception.ts'
import type { JudgedCandidate, ReviewState } from '#lib/model/judgement.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'
import { REVIEWER_OF } from '../exceptions/needed-approvals.ts'

/** A review that routing asked for, with the exceptions by whose approval it was given. */
export interface JudgedReview {
  readonly domain: ReviewDomain
  readonly state: ReviewState
  readonly exceptions: readonly string[]
}

/**
 * Whether the reviews that routing asked for are there (OM-84: a review is the approval of an exception by architecture, security or
 * governance). One is given while an exception for this content is in force that was approved in the place of that review.
 */
export function judgeReviews(
  candidate: Pick<JudgedCandidate, 'gates' | 'names' | 'reviews'>,
  facts: CandidateFacts,
): readonly JudgedReview[] {
  if (candidate.reviews.length === 0) return []
  const inForce = exceptionsInForce(candidate, facts)
  return candidate.reviews.map((domain) => {
    const reviewer = REVIEWER_OF[domain]
    const exceptions = inForce.filter(({ approval }) => approval.places.some(({ place }) => place.role === reviewer)).map(({ id }) => id)
    if (exceptions.length > 0) return { domain, state: 'approved', exceptions }
    const refused = facts.rejectedReviews.some(({ roles, content }) => roles.includes(reviewer) && speaksFor(content, facts.names))
    return { domain, state: refused ? 'rejected' : 'missing', exceptions }
  })
}

/** The exceptions that are in force for each gate of theirs that was judged. */
export function exceptionsInForce({ gates }: Pick<JudgedCandidate, 'gates'>, facts: CandidateFacts): readonly GrantedException[] {
  const judged = new Map(gates.map((gate) => [gate.gate, gate.exceptions]))
  return facts.exceptions.filter(({ id, gates: own }) => {
    const known = own.flatMap((gate) => (judged.has(gate) ? [judged.get(gate) ?? []] : []))
    return known.length > 0 && known.every((ids) => ids.includes(id))
  })
}
