import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readInsights } from '#lib/usecases/read-insights.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.insights, async ({ query }) => {
    const { repository = null, weeks } = query
    return answerFound(await readInsights({ repository, weeks }))
  }),
)
