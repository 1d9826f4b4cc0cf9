/** The forms in which a plan can be printed (contract, §3). */
export const PLAN_FORMATS = ['table', 'json', 'markdown', 'github-matrix', 'gitlab'] as const

export type PlanFormat = (typeof PLAN_FORMATS)[number]
