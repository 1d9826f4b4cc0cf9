import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readCandidate } from '#lib/usecases/read-candidate.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readCandidate, async ({ query, params }) =>
    answerFound(await readCandidate({ repository: query.repository ?? null, contentId: params.contentId ?? '' })),
  ),
)
