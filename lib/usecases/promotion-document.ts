import type { Content } from '#lib/model/content.ts'
import type { Promotion } from '#lib/model/promotion.ts'

export interface PromotionDocument {
  readonly id: string
  readonly domain: string
  readonly content: Content
  readonly modelDigest: string
  readonly verdict: 'eligible'
  readonly promotedBy: string
  readonly promotedAt: string
}

/** A promotion as it is answered; only an eligible domain has one. */
export function promotionDocument({ items: _, basis: __, promotedAt, ...promotion }: Promotion): PromotionDocument {
  return { ...promotion, verdict: 'eligible', promotedAt: promotedAt.toISOString() }
}
