import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { readDomain } from '#lib/usecases/read-domain.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readDomain, async ({ query, params }) => {
    const domain = await readDomain({ repository: query.repository ?? null, domain: params.id ?? '' })
    return isRefusal(domain) ? domain : answerJson(200, domain)
  }),
)
