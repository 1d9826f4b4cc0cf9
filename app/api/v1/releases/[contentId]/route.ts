import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { releaseRecord } from '#lib/usecases/release-record.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.releaseRecord, async ({ query, params }) => {
    const { repository = null, profile = null } = query
    return answerFound(await releaseRecord({ repository, contentId: params.contentId ?? '', profile }))
  }),
)
