import type { Endpoint, Handle } from '#lib/http/endpoint.ts'
import { type ServedHandler, serveEndpoint } from '#lib/http/serve.ts'
import { isHistoryDoubted } from '#lib/usecases/check-readiness.ts'
import { identifySession } from '#lib/usecases/identify-session.ts'
import { identifyToken } from '#lib/usecases/identify-token.ts'

/**
 * Serves an endpoint as it is declared; callers are known by the tokens and the sessions that are stored. While the history is not the one
 * that was signed for, every answer carries `x-lanekeeper-history: doubted`.
 */
export function endpoint<Body, Query>(declared: Endpoint<Body, Query>, handle: Handle<Body, Query>): ServedHandler {
  return serveEndpoint(declared, { findToken: identifyToken, findSession: identifySession }, async (asked) => {
    const answer = await handle(asked)
    if (answer instanceof Response && isHistoryDoubted()) answer.headers.set('x-lanekeeper-history', 'doubted')
    return answer
  })
}
