import type { Content } from './content.ts'
import type { DebtKind } from './debt.ts'
import type { EvidenceCounts } from './evidence.ts'
import type { ReportedResult } from './reported-result.ts'
import type { ResidualRisk } from './skip.ts'

/** What may be in the timeline of a domain. */
export const TIMELINE_KINDS = ['evidence', 'skip', 'debt', 'promotion'] as const

export type TimelineKind = (typeof TIMELINE_KINDS)[number]

interface Happened {
  readonly id: string
  /** The order that everything recorded shares. */
  readonly sequence: number
  readonly at: Date
}

/** One thing that was recorded of a domain. */
export type TimelineEvent =
  | (Happened & {
      readonly kind: 'evidence'
      readonly gate: string
      readonly result: ReportedResult
      readonly content: Content
      readonly counts: EvidenceCounts | null
      readonly producer: string
      readonly revokedAt: Date | null
    })
  | (Happened & {
      readonly kind: 'skip'
      readonly gate: string
      readonly profile: string
      readonly content: Content
      readonly reason: string
      readonly risk: ResidualRisk
      readonly by: string
    })
  | (Happened & {
      readonly kind: 'debt'
      readonly gate: string
      readonly debt: DebtKind
      readonly contentId: string
      readonly reason: string | null
      readonly closedAt: Date | null
    })
  | (Happened & { readonly kind: 'promotion'; readonly content: Content; readonly by: string })
