import { endpoint } from '#app/api/endpoint.ts'
import { answerRecorded } from '#lib/http/answer.ts'
import { writerOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { announceRun } from '#lib/usecases/announce-run.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.announceRun, async ({ body, query, caller, retry }) => {
    const { profile, content, gates, deadline = null } = body
    const announced = await announceRun({
      repository: query.repository ?? null,
      profile,
      content,
      gates,
      deadline: deadline === null ? null : new Date(deadline),
      writer: writerOf(caller),
      retry,
    })
    return answerRecorded(announced, () => countStored('run'))
  }),
)
