import { endpoint } from '#app/api/endpoint.ts'
import { answerFound, answerRecorded } from '#lib/http/answer.ts'
import { personOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listExceptions } from '#lib/usecases/list-exceptions.ts'
import { requestException } from '#lib/usecases/request-exception.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listExceptions, async ({ query, caller }) => {
    const { repository = null, limit, cursor = null, state = null, domain = null, gate = null, commit = null } = query
    const needsMe = query.needsMe === 'true'
    const { person } = caller
    return answerFound(await listExceptions({ repository, limit, cursor, state, domain, gate, contentId: commit, needsMe, person }))
  }),
  endpoint(ENDPOINTS.requestException, async ({ body, query, caller, retry }) => {
    const { control = null, expiresAt, ...rest } = body
    const request = { ...rest, control, expiresAt: new Date(expiresAt) }
    const kept = await requestException({ repository: query.repository ?? null, request, person: personOf(caller), retry })
    return answerRecorded(
      kept,
      () => countStored('exception'),
      (id) => `/api/v1/exceptions/${id}`,
    )
  }),
)
