import type { Content } from './content.ts'
import type { JudgedItem } from './eligibility.ts'

/** An independent promotion that was recorded: the domain was eligible at that moment, by these items. Never changed. */
export interface Promotion {
  readonly id: string
  readonly domain: string
  readonly content: Content
  readonly modelDigest: string
  /** The eight items as they were judged. */
  readonly items: readonly JudgedItem[]
  readonly promotedBy: string
  readonly promotedAt: Date
}
