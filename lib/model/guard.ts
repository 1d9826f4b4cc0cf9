import type { Place } from './place.ts'

/** A known finding of a boundary guard (`guard-fingerprint-baseline.tsv`); the baseline may only shrink. */
export interface GuardBaselineEntry extends Place {
  readonly fingerprint: string
  readonly guard: string
  readonly rule: string
  readonly path: string
  /** ISO date, as written. */
  readonly firstSeen: string
}

/** A finding that is tolerated until a day, by someone, for a reason (`guard-allowed-debt.tsv`). */
export interface GuardAllowedDebt extends Place {
  readonly fingerprint: string
  readonly owner: string
  readonly reason: string
  /** ISO date; the allowance ends at 24:00 UTC of that day. */
  readonly expires: string
  readonly fairwayTask: string
}

/** How a finding stands against the baseline and the allowed debt (contract, §1). */
export const GUARD_FINDING_STATES = ['new', 'legacy', 'allowed-debt', 'expired-debt', 'resolved'] as const

export type GuardFindingState = (typeof GUARD_FINDING_STATES)[number]

/** A finding as a guard reported it. It is its fingerprint. */
export interface ReportedFinding {
  readonly fingerprint: string
  readonly guard: string
  readonly rule: string
  readonly path: string
}

export interface JudgedFinding extends ReportedFinding {
  readonly state: GuardFindingState
  /** The line of the baseline or the allowed debt that says so; null for a new one. */
  readonly declared: Place | null
  /** For allowed or expired debt: the day it ends and its owner. */
  readonly expires: string | null
  readonly owner: string | null
}
