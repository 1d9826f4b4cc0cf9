import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readGuards } from '#lib/usecases/read-guards.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.guards, async ({ query }) => {
    const { repository = null, commit: contentId = null } = query
    return answerFound(await readGuards({ repository, contentId }))
  }),
)
