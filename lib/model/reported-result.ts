/** What a producer may report of a gate (contract, §1). */
export const REPORTED_RESULTS = ['passed', 'failed', 'partial', 'skipped', 'blocked', 'error'] as const

export type ReportedResult = (typeof REPORTED_RESULTS)[number]
