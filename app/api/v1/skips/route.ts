import { endpoint } from '#app/api/endpoint.ts'
import { answerFound, answerRecorded } from '#lib/http/answer.ts'
import { writerOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { declareSkip } from '#lib/usecases/declare-skip.ts'
import { listSkips } from '#lib/usecases/list-skips.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listSkips, async ({ query }) => {
    const { repository = null, limit, cursor = null, gate = null } = query
    return answerFound(await listSkips({ repository, limit, cursor, gates: gate === null ? null : [gate] }))
  }),
  endpoint(ENDPOINTS.declareSkip, async ({ body, query, caller, retry }) => {
    const { prior = null, runId = null, ...claim } = body
    const { repository = null } = query
    const declared = await declareSkip({ ...claim, repository, prior, runId, writer: writerOf(caller), retry })
    return answerRecorded(declared, () => countStored('skip'))
  }),
)
