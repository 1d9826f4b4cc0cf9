import type { AuditValue } from '#lib/model/audit.ts'
import type { JudgedItem } from '#lib/model/eligibility.ts'
import type { PromotionBasis } from '#lib/model/promotion.ts'
import { canonicalText } from './canonical-text.ts'

/** The text of what a promotion rests on, whose SHA-256 stands in the entry by which it was recorded. */
export function promotionText(items: readonly JudgedItem[], { planId, gates, skips, exceptions }: PromotionBasis): string {
  return canonicalText(plain({ items, planId, gates, skips, exceptions }))
}

/** Only what JSON keeps: the same before and after it was stored. */
function plain(value: object): AuditValue {
  return JSON.parse(JSON.stringify(value)) as AuditValue
}
