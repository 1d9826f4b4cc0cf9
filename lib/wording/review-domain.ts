import type { ReviewDomain } from '#lib/model/review-domain.ts'
import type { Wording } from './wording.ts'

/** Who is asked to review, and what they look at. */
export const REVIEW_DOMAIN_WORDING: Readonly<Record<ReviewDomain, Wording>> = {
  architecture: {
    label: 'Architecture review',
    meaning: 'An architect must look at the change, because its ownership or its routing is in question.',
    next: 'Ask an architect to look at the named files; their approval of an exception for this content is the review.',
  },
  security: {
    label: 'Security review',
    meaning: 'A security reviewer must look at the change.',
    next: 'Ask a security reviewer to look at the named files; their approval of an exception for this content is the review.',
  },
  governance: {
    label: 'Governance review',
    meaning: 'A governance reviewer must look at the change, because it alters what is checked or how it is released.',
    next: 'Ask a governance reviewer to look at the named files; their approval of an exception for this content is the review.',
  },
}
