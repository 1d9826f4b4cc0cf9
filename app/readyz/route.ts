import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { checkReadiness } from '#lib/usecases/check-readiness.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readyz, async () => answerJson(200, await checkReadiness())),
)
