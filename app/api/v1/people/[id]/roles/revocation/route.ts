import { endpoint } from '#app/api/endpoint.ts'
import { answerRecorded } from '#lib/http/answer.ts'
import { personOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { takeRole } from '#lib/usecases/change-roles.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.revokeRole, async ({ body, params, caller, retry }) => {
    const { role, domain = null } = body
    const changed = await takeRole({ personId: params.id ?? '', role, domain, by: personOf(caller), retry })
    return answerRecorded(changed, () => countStored('role'))
  }),
)
