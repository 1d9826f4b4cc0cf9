import type { CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'

/**
 * The reviews that routing asked for. Without a plan nobody has looked at the change, and a lane that could not be read lists no gate:
 * where both are so, architects must look.
 */
export function requiredReviews({ diagnostics }: OperatingModel, plan: CandidatePlan | null): readonly ReviewDomain[] {
  if (plan !== null) return plan.reviews
  return diagnostics.some(({ severity }) => severity === 'error') ? ['architecture'] : []
}
