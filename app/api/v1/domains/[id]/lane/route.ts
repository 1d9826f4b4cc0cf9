import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { domainLane } from '#lib/usecases/domain-lane.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.domainLane, async ({ query, params }) => {
    const { repository = null, commit: contentId = null } = query
    return answerFound(await domainLane({ repository, contentId, domain: params.id ?? '' }))
  }),
)
