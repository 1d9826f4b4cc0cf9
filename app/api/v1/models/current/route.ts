import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.currentModel, async ({ query }) => {
    const current = await loadCurrentModel(query.repository ?? null)
    if (isRefusal(current)) return current
    return answerJson(200, { ...current.compiled.model, createdAt: current.version.createdAt.toISOString() })
  }),
)
