import { endpoint } from '#app/api/endpoint.ts'
import { answerRecorded } from '#lib/http/answer.ts'
import { writerOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { makeRevocation } from '#lib/usecases/revoke-evidence.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.revokeEvidence, async ({ body, query, params, caller, retry }) => {
    const { repository = null } = query
    const revoked = await makeRevocation({ repository, id: params.id ?? '', reason: body.reason, writer: writerOf(caller), retry })
    return answerRecorded(revoked, () => countStored('revocation'))
  }),
)
