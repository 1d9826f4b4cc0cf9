import { endpoint } from '#app/api/endpoint.ts'
import { answerFound, answerRecorded } from '#lib/http/answer.ts'
import { writerOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { listEvidence } from '#lib/usecases/list-evidence.ts'
import { recordEvidence } from '#lib/usecases/record-evidence.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listEvidence, async ({ query }) => {
    const { repository = null, limit, cursor = null, gate = null, content: contentId = null } = query
    const { result = null, profile = null, domain = null } = query
    return answerFound(await listEvidence({ repository, limit, cursor, gate, contentId, result, profile, domain }))
  }),
  endpoint(ENDPOINTS.recordEvidence, async ({ body, query, caller, retry }) => {
    const recorded = await recordEvidence({ repository: query.repository ?? null, evidence: body, writer: writerOf(caller), retry })
    return answerRecorded(
      recorded,
      () => countStored('evidence'),
      (id) => `/api/v1/evidence/${id}`,
    )
  }),
)
