import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { domainEligibility } from '#lib/usecases/domain-eligibility.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.domainEligibility, async ({ query, params }) => {
    const { repository = null, commit: contentId = null } = query
    return answerFound(await domainEligibility({ repository, contentId, domain: params.id ?? '' }))
  }),
)
