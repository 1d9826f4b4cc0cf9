import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { readPlan } from '#lib/usecases/read-plan.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.readPlan, async ({ params }) => {
    const plan = await readPlan(params.id ?? '')
    return isRefusal(plan) ? plan : answerJson(200, plan.document)
  }),
)
