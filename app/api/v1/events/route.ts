import { endpoint } from '#app/api/endpoint.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { answerEventStream, lastEventId } from '#lib/http/event-stream.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { watchHistory } from '#lib/usecases/watch-history.ts'

/** A token may be narrowed or expire: whoever came with one comes back with it. */
const TOKEN_HOLDS_MS = 60_000

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.events, ({ headers, caller }) =>
    answerEventStream(async ({ send, end }) => {
      const stop = await watchHistory(lastEventId(headers), {
        changed: (change, untold) => send({ event: 'change', id: change.sequence, data: { ...change, untold } }),
        reaches: ({ sequence, at }) => send({ event: 'head', id: sequence, data: { sequence, at } }),
        replaced: ({ sequence, at }) => send({ event: 'reset', id: sequence, data: { sequence, at } }),
        ended: end,
      })
      const timer = caller.role === null ? undefined : setTimeout(end, TOKEN_HOLDS_MS)
      return () => {
        clearTimeout(timer)
        stop()
      }
    }),
  ),
)
