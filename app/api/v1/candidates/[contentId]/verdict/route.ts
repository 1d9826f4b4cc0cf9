import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { candidateVerdict } from '#lib/usecases/candidate-verdict.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.candidateVerdict, async ({ query, params }) => {
    const { repository = null, profile } = query
    return answerFound(await candidateVerdict({ repository, contentId: params.contentId ?? '', profile }))
  }),
)
