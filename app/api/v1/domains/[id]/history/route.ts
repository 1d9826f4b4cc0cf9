import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { domainHistory } from '#lib/usecases/domain-history.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.domainHistory, async ({ query, params }) => {
    const { repository = null, limit, cursor = null } = query
    return answerFound(await domainHistory({ repository, limit, cursor, domain: params.id ?? '' }))
  }),
)
