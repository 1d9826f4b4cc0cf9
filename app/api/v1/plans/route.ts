import { endpoint } from '#app/api/endpoint.ts'
import { answerJson, answerKept } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { countStored } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { listPlans } from '#lib/usecases/list-plans.ts'
import { makePlan } from '#lib/usecases/make-plan.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.listPlans, async ({ query }) => {
    const { repository = null, limit, cursor = null } = query
    const list = await listPlans({ repository, limit, cursor })
    return isRefusal(list) ? list : answerJson(200, list)
  }),
  endpoint(ENDPOINTS.makePlan, async ({ body, query, caller, retry }) => {
    const { profile = null, base = null, head = null, diff, files = [] } = body
    const change = diff === undefined ? { files } : { diff }
    const made = await makePlan({
      repository: query.repository ?? null,
      change,
      profile,
      base,
      head,
      askedBy: caller.identity,
      job: caller.writer?.ci ?? null,
      retry,
    })
    if (isRefusal(made)) return made
    if (!made.replayed) countStored('plan')
    return answerKept(made, (id) => `/api/v1/plans/${id}`)
  }),
)
