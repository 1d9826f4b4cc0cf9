import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listDebt } from '#lib/usecases/list-debt.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listDebt, async ({ query }) => {
    const { repository = null, limit, cursor = null, state = null, kind, domain = null } = query
    return answerFound(await listDebt({ repository, limit, cursor, state, kinds: kind === undefined ? null : [kind], domain }))
  }),
)
