import type { ReviewDomain } from '#lib/model/review-domain.ts'
import type { Wording } from './wording.ts'

/** Who is asked to review, and what they look at. */
export const REVIEW_DOMAIN_WORDING: Readonly<Record<ReviewDomain, Wording>> = {
  architecture: {
    label: 'Architecture review',
    meaning: 'An architect must look at the change, because its ownership or its routing is in question.',
    next: 'Ask an architect to review the named files before the change is released.',
  },
  security: {
    label: 'Security review',
    meaning: 'A security reviewer must look at the change.',
    next: 'Ask a security reviewer to review the named files before the change is released.',
  },
  governance: {
    label: 'Governance review',
    meaning: 'A governance reviewer must look at the change, because it alters what is checked or how it is released.',
    next: 'Ask a governance reviewer to review the named files before the change is released.',
  },
}
