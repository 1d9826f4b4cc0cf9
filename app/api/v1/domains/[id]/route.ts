import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readDomain } from '#lib/usecases/read-domain.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readDomain, async ({ query, params }) =>
    answerFound(await readDomain({ repository: query.repository ?? null, domain: params.id ?? '' })),
  ),
)
