import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readEvidence } from '#lib/usecases/read-evidence.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readEvidence, async ({ query, params }) =>
    answerFound(await readEvidence({ repository: query.repository ?? null, id: params.id ?? '' })),
  ),
)
