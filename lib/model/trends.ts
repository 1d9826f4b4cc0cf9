import type { DebtKind } from './debt.ts'
import type { GateLayer } from './gate-layer.ts'
import type { GuardFindingState } from './guard.ts'

/** A week: its Monday as an ISO day, `2026-11-23`. Weeks begin at 00:00 UTC. */
export type Week = string

/** How many weeks a trend may reach back. */
export const TREND_RANGES = [4, 12, 26, 52] as const

export type TrendRange = (typeof TREND_RANGES)[number]

/** What was left out in a week: hidden skips that came to light, and skips that were declared. */
export interface WeekOfSkips {
  readonly week: Week
  readonly hidden: number
  readonly declared: number
}

/** Open lines of debt at the end of each week, or now in the current one. */
export interface BurnDown {
  /** At most four domains, those that owed most first, then `other` when there are more; `global` are the gates of no domain. */
  readonly domains: readonly string[]
  readonly weeks: readonly WeekOfDebt[]
}

export interface WeekOfDebt {
  readonly week: Week
  /** In the order of `domains`. */
  readonly open: readonly number[]
  /** Lines that were opened and closed within the week. */
  readonly opened: number
  readonly closed: number
}

/** Seconds from the announcement of a run to a gate's first pass in it, by the server's clock. Null where a layer has none. */
export interface WeekOfLeadTimes {
  readonly week: Week
  readonly layers: Readonly<Record<GateLayer, LeadTime | null>>
}

export interface LeadTime {
  readonly p50: number
  readonly p90: number
  readonly passes: number
}

/** What skips saved in a week, beside the debt that the week created. */
export interface WeekOfSavings {
  readonly week: Week
  /** Seconds that the skipped gates took when they passed before. */
  readonly savedSeconds: number
  /** Skips that the seconds are of. */
  readonly skips: number
  /** Skips that hold and whose proof says no duration: they are not in the seconds. */
  readonly unknown: number
  /** Lines of debt that were opened. */
  readonly debt: number
}

/** A domain's items that were passed, candidate by candidate. */
export interface EligibilityTrend {
  readonly domain: string
  readonly title: string
  /** From 0 to 8, in the order of the candidates. */
  readonly passed: readonly number[]
}

export interface EligibilityTrends {
  /** Oldest first; each as it stood when the last of it was recorded. */
  readonly candidates: readonly { readonly contentId: string; readonly at: string }[]
  readonly domains: readonly EligibilityTrend[]
}

/** What is owed now. */
export interface OpenDebt {
  readonly kinds: Readonly<Record<DebtKind, number>>
  readonly oldest: string | null
}

/** Where a trend begins later than it was asked for, because there was too much to count: ISO; null when it is whole. */
export type WholeSince = string | null

/** What was left out and what is owed, week by week. */
export interface DebtTrends {
  /** When anything was first recorded; ISO, null before. Weeks before it are not there. */
  readonly recordedSince: string | null
  readonly open: OpenDebt
  readonly skips: readonly WeekOfSkips[]
  readonly debt: BurnDown
  readonly wholeSince: WholeSince
}

/** Exceptions by how much time they have left, and those that have ended, by how long ago. */
export interface ExceptionCounts {
  /** Asked for, and not decided. */
  readonly requested: number
  /** Approved, and not at their end. */
  readonly active: number
  /** Of those, the ones that end within 7 days. */
  readonly endingSoon: number
  /** Approved ones whose time was up: within so many days, those before not among them; null: longer ago. */
  readonly ended: readonly { readonly withinDays: number | null; readonly count: number }[]
}

/** All that is told of a repository week by week. */
export interface Insights extends DebtTrends {
  readonly leadTimes: { readonly weeks: readonly WeekOfLeadTimes[]; readonly wholeSince: WholeSince }
  readonly savings: { readonly weeks: readonly WeekOfSavings[]; readonly wholeSince: WholeSince }
  readonly eligibility: EligibilityTrends
  readonly exceptions: ExceptionCounts
}

/** The findings of one run of a guard, held against today's lists. */
export interface GuardRunCounts {
  readonly evidence: string
  readonly contentId: string
  readonly at: string
  readonly counts: Readonly<Record<GuardFindingState, number>>
}
