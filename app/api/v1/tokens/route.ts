import { endpoint } from '#app/api/endpoint.ts'
import { answerRecorded } from '#lib/http/answer.ts'
import { actorOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { createToken } from '#lib/usecases/create-token.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.createToken, async ({ body, caller, retry }) => {
    const { name, gates = null, domains = null, expiresInDays } = body
    const created = await createToken({ name, gates, domains, expiresInDays, actor: actorOf(caller), retry })
    return answerRecorded(created, () => countStored('token'))
  }),
)
