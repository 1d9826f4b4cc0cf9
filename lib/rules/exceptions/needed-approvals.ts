import type { ExceptionRequest, NeededApproval } from '#lib/model/exception.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'
import type { Role } from '#lib/model/role.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'

/** Who gives the review that routing asks for. */
export const REVIEWER_OF: Readonly<Record<ReviewDomain, Role>> = {
  architecture: 'architect',
  security: 'security-reviewer',
  governance: 'governance-reviewer',
}

const BY_RISK: Readonly<Record<ResidualRisk, readonly Role[]>> = {
  none: [],
  low: ['domain-owner'],
  medium: ['domain-owner', 'release-manager'],
  high: ['architect', 'security-reviewer', 'release-manager'],
}

/**
 * The approvals that a request needs, each from another person ("Local exceptions require architecture/security/governance approval in
 * Fairway"): by its risk, and one for every review that routing asked for on that content. A gate that belongs to no domain is answered for
 * by release management, so that an owner alone cannot except it.
 */
export function neededApprovals(
  { risk, domain, gates }: Pick<ExceptionRequest, 'risk' | 'domain' | 'gates'>,
  reviews: readonly ReviewDomain[],
): readonly NeededApproval[] {
  const global: readonly Role[] = gates.some((gate) => gate.startsWith('global/')) ? ['release-manager'] : []
  const roles = new Set([...BY_RISK[risk], ...global, ...reviews.map((review) => REVIEWER_OF[review])])
  return [...roles].map((role) => (role === 'domain-owner' ? { role, domain } : { role }))
}
