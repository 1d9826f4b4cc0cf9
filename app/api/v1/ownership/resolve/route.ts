import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { resolveOwnership } from '#lib/usecases/resolve-ownership.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.resolveOwnership, async ({ query }) => {
    const ownership = await resolveOwnership({ repository: query.repository ?? null, path: query.path })
    return isRefusal(ownership) ? ownership : answerJson(200, ownership)
  }),
)
