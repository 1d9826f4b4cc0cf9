import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { ownershipCoverage } from '#lib/usecases/ownership-coverage.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.ownershipCoverage, async ({ query }) => {
    const coverage = await ownershipCoverage(query.repository ?? null)
    return isRefusal(coverage) ? coverage : answerJson(200, coverage)
  }),
)
