import { endpoint } from '#app/api/endpoint.ts'
import { answerFound } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { readBoardRow } from '#lib/usecases/read-board.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.boardOfDomain, async ({ query, params }) => {
    const { repository = null, commit: contentId = null, tab } = query
    return answerFound(await readBoardRow({ repository, contentId, tab, domain: params.id ?? '' }))
  }),
)
