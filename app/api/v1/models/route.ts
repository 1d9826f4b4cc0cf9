import { endpoint } from '#app/api/endpoint.ts'
import { answerKept } from '#lib/http/answer.ts'
import { writerOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { storeModel } from '#lib/usecases/store-model.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.storeModel, async ({ body, caller, retry }) => {
    const { repository, sources, tree = [] } = body
    const stored = await storeModel({ repository, sources, tree, writer: writerOf(caller), retry })
    if (isRefusal(stored)) return stored
    if (!stored.replayed) countStored('model')
    return answerKept(stored)
  }),
)
