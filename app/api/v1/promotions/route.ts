import { endpoint } from '#app/api/endpoint.ts'
import { answerFound, answerRecorded } from '#lib/http/answer.ts'
import { actorOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listPromotions } from '#lib/usecases/list-promotions.ts'
import { recordPromotion } from '#lib/usecases/record-promotion.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listPromotions, async ({ query }) => {
    const { repository = null, limit, cursor = null } = query
    return answerFound(await listPromotions({ repository, limit, cursor }))
  }),
  endpoint(ENDPOINTS.recordPromotion, async ({ body, query, caller, retry }) => {
    const { domain, content } = body
    const recorded = await recordPromotion({ repository: query.repository ?? null, domain, content, actor: actorOf(caller), retry })
    return answerRecorded(recorded, () => countStored('promotion'))
  }),
)
