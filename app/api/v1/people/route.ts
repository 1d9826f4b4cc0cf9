import { endpoint } from '#app/api/endpoint.ts'
import { answerFound, answerRecorded } from '#lib/http/answer.ts'
import { personOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { createAccount } from '#lib/usecases/create-account.ts'
import { listPeople } from '#lib/usecases/list-people.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listPeople, async () => answerFound(await listPeople())),
  endpoint(ENDPOINTS.createPerson, async ({ body, caller, retry }) => {
    const { email, name, password = null } = body
    const created = await createAccount({ email, name, password, by: personOf(caller), retry })
    return answerRecorded(created, () => countStored('person'))
  }),
)
