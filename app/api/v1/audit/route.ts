import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listAudit } from '#lib/usecases/list-audit.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listAudit, async ({ query }) => {
    const { repository = null, limit, cursor = null, action = null } = query
    return answerFound(await listAudit({ repository, limit, cursor, action }))
  }),
)
