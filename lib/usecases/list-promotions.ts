import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { pageOfPromotions } from '#lib/store/promotions.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'
import { type PromotionDocument, promotionDocument } from './promotion-document.ts'

/** The recorded promotions, newest first. */
export async function listPromotions(asked: ListAsked): Promise<List<PromotionDocument> | Refusal> {
  const list = await listPage(asked, (session, { id }, page) => pageOfPromotions(session, id, page))
  return isRefusal(list) ? list : { ...list, items: list.items.map(promotionDocument) }
}
