import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readCheckpoint } from '#lib/usecases/read-checkpoint.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.auditCheckpoint, async () => answerFound(readCheckpoint())),
)
