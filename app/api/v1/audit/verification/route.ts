import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { verifyAudit } from '#lib/usecases/verify-audit.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.verifyAudit, async () => answerFound(await verifyAudit())),
)
