import { endpoint } from '#app/api/endpoint.ts'
import { answerFound, answerJson } from '#lib/http/answer.ts'
import { personOf } from '#lib/http/caller.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { readException } from '#lib/usecases/read-exception.ts'
import { rewordException } from '#lib/usecases/request-exception.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readException, async ({ query, params, caller }) =>
    answerFound(await readException({ repository: query.repository ?? null, id: params.id ?? '', person: caller.person })),
  ),
  endpoint(ENDPOINTS.editException, async ({ body, query, params, caller, retry }) => {
    const { expiresAt, control, ...rest } = body
    const change = {
      ...rest,
      ...(control === undefined ? {} : { control }),
      ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
    }
    const asked = { repository: query.repository ?? null, id: params.id ?? '', person: personOf(caller), retry }
    const edited = await rewordException({ ...asked, change })
    return isRefusal(edited) ? edited : answerJson(200, edited.document)
  }),
)
