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
