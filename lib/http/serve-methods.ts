import { type ServedHandler, serveProblem } from './serve.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export type Method = (typeof METHODS)[number]

/** What a route file exports: a handler for each method. */
export type ServedHandlers = Readonly<Record<Method, ServedHandler>>

/** The handlers of one path by method; a method without an endpoint answers 405 and names those that there are. */
export function serveMethods(...served: readonly ServedHandler[]): ServedHandlers {
  const byMethod = new Map<Method | undefined, ServedHandler>(served.map((handler) => [handler.endpoint?.method, handler]))
  const allow = served.flatMap(({ endpoint }) => (endpoint === null ? [] : [endpoint.method])).join(', ')
  const path = served[0]?.endpoint?.path ?? 'unknown'
  const other = serveProblem(path, { code: 'method-not-allowed', detail: `This endpoint takes ${allow}.`, headers: { allow } })
  return everyMethod((method) => byMethod.get(method) ?? other)
}

/** Answers every method of every path that has no endpoint. */
export function serveUnknown(): ServedHandlers {
  const unknown = serveProblem('unknown', {
    code: 'endpoint-unknown',
    detail: 'There is no such endpoint; GET /api/v1/openapi.json lists them.',
  })
  return everyMethod(() => unknown)
}

function everyMethod(handlerOf: (method: Method) => ServedHandler): ServedHandlers {
  const [get, post, put, patch, remove, options] = METHODS
  return {
    [get]: handlerOf(get),
    [post]: handlerOf(post),
    [put]: handlerOf(put),
    [patch]: handlerOf(patch),
    [remove]: handlerOf(remove),
    [options]: handlerOf(options),
  }
}
