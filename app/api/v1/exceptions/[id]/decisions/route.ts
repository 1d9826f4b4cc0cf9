import { endpoint } from '#app/api/endpoint.ts'
import { answerRecorded } from '#lib/http/answer.ts'
import { personOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { makeDecision } from '#lib/usecases/decide-exception.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.decideException, async ({ body, query, params, caller, retry }) => {
    const { decision, reason, hash = null } = body
    const asked = { repository: query.repository ?? null, id: params.id ?? '', person: personOf(caller), retry }
    return answerRecorded(await makeDecision({ ...asked, decision, reason, hash }), () => countStored('exception'))
  }),
)
