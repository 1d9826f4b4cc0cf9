import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { listDomains } from '#lib/usecases/list-domains.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listDomains, async ({ query }) => {
    const list = await listDomains(query.repository ?? null)
    return isRefusal(list) ? list : answerJson(200, list)
  }),
)
