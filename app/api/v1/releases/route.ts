import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listReleases } from '#lib/usecases/list-releases.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listReleases, async ({ query }) => {
    const { repository = null, limit, cursor = null } = query
    return answerFound(await listReleases({ repository, limit, cursor }))
  }),
)
