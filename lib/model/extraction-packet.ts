import type { Place } from './place.ts'

export const EXTRACTION_RECOMMENDATIONS = ['keep', 'split_worker', 'extract_service'] as const

export type ExtractionRecommendation = (typeof EXTRACTION_RECOMMENDATIONS)[number]

export const GUARD_MODES = ['report_only', 'warning', 'blocking_new', 'blocking'] as const

export type GuardMode = (typeof GUARD_MODES)[number]

/** A list that may be declared empty, but only with a reason; one that is not there at all is null, and never met. */
export type DeclaredList = { readonly entries: readonly string[] } | { readonly none: string }

export interface ServiceAuth {
  readonly caller: string
  readonly mechanism: string
  readonly status: string
  readonly document: string | null
  readonly line: number
}

/** What a domain has decided and prepared for independent promotion. A part that is absent is null, and unmet. */
export interface ExtractionPacket extends Place {
  readonly domainId: string
  readonly fairwayTask: string | null
  readonly decision: {
    readonly recommendation: ExtractionRecommendation
    readonly decidedOn: string | null
    readonly document: string | null
  } | null
  readonly crossProcessCallers: DeclaredList | null
  readonly serviceAuth: readonly ServiceAuth[]
  readonly degradation: { readonly contract: string | null; readonly gate: string | null } | null
  readonly rollback: { readonly command: string | null; readonly document: string | null; readonly gate: string | null } | null
  readonly releaseProfile: string | null
  readonly supportedConsumers: DeclaredList | null
  readonly statusops: { readonly component: string | null; readonly gate: string | null } | null
  readonly boundaryGuard: { readonly mode: GuardMode; readonly gate: string | null } | null
}
