import type { Endpoint, Handle } from '#lib/http/endpoint.ts'
import { type ServedHandler, serveEndpoint } from '#lib/http/serve.ts'
import { identifySession } from '#lib/usecases/identify-session.ts'
import { identifyToken } from '#lib/usecases/identify-token.ts'

/** Serves an endpoint as it is declared; callers are known by the tokens and the sessions that are stored. */
export function endpoint<Body, Query>(declared: Endpoint<Body, Query>, handle: Handle<Body, Query>): ServedHandler {
  return serveEndpoint(declared, { findToken: identifyToken, findSession: identifySession }, handle)
}
