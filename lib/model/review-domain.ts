/** Who may be asked to review a deviation (operating model, "Fairway Integration": architecture/security/governance). */
export const REVIEW_DOMAINS = ['architecture', 'security', 'governance'] as const

export type ReviewDomain = (typeof REVIEW_DOMAINS)[number]
