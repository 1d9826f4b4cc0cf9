import type { Promotion } from '#lib/model/promotion.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import { promotionById } from '#lib/store/promotions.ts'
import { ask } from '#lib/store/session.ts'
import { identityNamer } from './name-identity.ts'
import { isRecordId } from './record-id.ts'

/** A promotion as it was recorded, and who recorded it as people call them. */
export interface NamedPromotion {
  readonly promotion: Promotion
  readonly by: string
}

/** The record of a promotion under its permanent id. */
export async function readPromotion(id: string): Promise<NamedPromotion | Refusal> {
  const found = await ask(async (session) => {
    const known = isRecordId(id) ? await promotionById(session, id) : null
    if (known === null) return null
    const { promotion } = known
    return { promotion, by: (await identityNamer(session))(promotion.promotedBy) }
  })
  return found ?? { refused: 'promotion-unknown', detail: 'No promotion has this id.' }
}
