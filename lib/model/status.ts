/** What Lanekeeper derives for a gate, an eligibility item or a lane (contract, §1). Nobody can post one. */
export const STATUSES = ['passed', 'failed', 'missing', 'blocked', 'stale', 'partial', 'pending', 'skipped', 'not-applicable'] as const

export type Status = (typeof STATUSES)[number]

/** What is shown on top of a status and never changes it. */
export const OVERLAYS = ['excepted', 'debt', 'flaky'] as const

export type Overlay = (typeof OVERLAYS)[number]
