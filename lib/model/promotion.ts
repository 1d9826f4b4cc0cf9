import type { AuditValue } from './audit.ts'
import type { Content } from './content.ts'
import type { JudgedItem } from './eligibility.ts'
import type { JudgedGate } from './judgement.ts'

/** An independent promotion that was recorded: the domain was eligible at that moment, by these items. Never changed. */
export interface Promotion {
  readonly id: string
  readonly domain: string
  readonly content: Content
  readonly modelDigest: string
  /** The eight items as they were judged. */
  readonly items: readonly JudgedItem[]
  /** Null for one that was recorded by a version that did not keep it. */
  readonly basis: PromotionBasis | null
  readonly promotedBy: string
  readonly promotedAt: Date
}

/** What a promotion rested on, as it was then. */
export interface PromotionBasis {
  /** The stored plan that said which gates are needed; null when every gate of every lane was. */
  readonly planId: string | null
  /** Every gate of the candidate, also those of other domains. */
  readonly gates: readonly JudgedGate[]
  /** The declared skips of the candidate as they were answered then, accepted and refused. */
  readonly skips: readonly AuditValue[]
  /** The exceptions in force, with who had decided about each. */
  readonly exceptions: readonly AuditValue[]
}
