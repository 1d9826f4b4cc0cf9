import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readWebhooks } from '#lib/usecases/read-webhooks.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listWebhooks, async () => answerFound(await readWebhooks())),
)
