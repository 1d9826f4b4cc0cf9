import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { pageOfPromotions } from '#lib/store/promotions.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'
import { identityNamer } from './name-identity.ts'
import { type PromotionDocument, promotionDocument } from './promotion-document.ts'

/** The recorded promotions, newest first. */
export async function listPromotions(asked: ListAsked): Promise<List<PromotionDocument> | Refusal> {
  const list = await listPage(asked, (session, { id }, page) => pageOfPromotions(session, id, page))
  return isRefusal(list) ? list : { ...list, items: list.items.map(promotionDocument) }
}

/** The same for a page: with the names of who promoted. */
export async function listNamedPromotions(asked: ListAsked): Promise<List<PromotionDocument & { readonly by: string }> | Refusal> {
  return listPage(asked, async (session, { id }, page) => {
    const nameOf = await identityNamer(session)
    const { items, next } = await pageOfPromotions(session, id, page)
    return { items: items.map((each) => ({ ...promotionDocument(each), by: nameOf(each.promotedBy) })), next }
  })
}
