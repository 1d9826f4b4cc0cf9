import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.healthz, async () => answerJson(200, { status: 'ok' })),
)
