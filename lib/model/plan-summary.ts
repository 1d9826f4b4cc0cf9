import type { ChangeClass } from './change-class.ts'

/** A stored plan in one line: what a list shows before the plan itself is opened. Counts are numbers. */
export interface PlanSummary {
  readonly id: string
  /** When the server kept it, by the database's clock (ISO 8601, UTC). */
  readonly createdAt: string
  readonly repository: string
  readonly profile: string | null
  readonly head: string | null
  readonly files: number
  readonly gates: number
  readonly unmapped: number
  readonly reviews: number
  readonly classes: readonly ChangeClass[]
  readonly domains: readonly string[]
}
