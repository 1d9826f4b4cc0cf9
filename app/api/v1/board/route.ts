import { endpoint } from '#app/api/endpoint.ts'
import { holdAsLongAs } from '#app/hold-as-long-as.ts'
import { answerLarge } from '#lib/http/answer-large.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { readBoard } from '#lib/usecases/read-board.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.board, async ({ query }) => {
    const { repository = null, commit: contentId = null, tab } = query
    const board = await readBoard({ repository, contentId, tab })
    if (!isRefusal(board)) holdAsLongAs(board)
    return answerLarge(board)
  }),
)
