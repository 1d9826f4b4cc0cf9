import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listRegister } from '#lib/usecases/list-register.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listRegister, async ({ query }) => {
    const { repository = null, limit, cursor = null, view, kind = null, domain = null } = query
    return answerFound(await listRegister({ repository, limit, cursor, view, kind, domain }))
  }),
)
