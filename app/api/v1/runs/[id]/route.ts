import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { writerOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { endRun } from '#lib/usecases/close-run.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.closeRun, async ({ query, params, caller, retry }) => {
    const closed = await endRun({ repository: query.repository ?? null, id: params.id ?? '', writer: writerOf(caller), retry })
    return isRefusal(closed) ? closed : answerJson(200, closed.document)
  }),
)
