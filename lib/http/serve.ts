import { randomUUID } from 'node:crypto'
import { isRefusal } from '#lib/model/refusal.ts'
import { isUnavailable, type UnavailableReason } from '#lib/model/unavailable.ts'
import { finishAnswer } from './answer.ts'
import { ANONYMOUS, identifyCaller, type KnownCallers } from './caller.ts'
import type { Asked, Endpoint, Handle } from './endpoint.ts'
import { faultsText, fieldFaults } from './field-faults.ts'
import { readFormBody } from './form-body.ts'
import { readJsonBody } from './json-body.ts'
import { log } from './log.ts'
import { countRequest } from './metrics.ts'
import { answerProblem, type FieldFault, type Problem, problemOf } from './problem.ts'
import { readQuery } from './query.ts'
import { readRetry } from './retry.ts'
import { whyNotServed } from './why-not-served.ts'

/** How Next calls a handler; the parameters of a path that has none are undefined. */
export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
) => Promise<Response>

/** A handler and the endpoint it serves; the one for methods that an endpoint does not have serves none. */
export type ServedHandler = RouteHandler & { readonly endpoint: Endpoint<unknown, unknown> | null }

/** Serves one endpoint: whoever asks is held to its declaration before `handle` sees the request, and every answer is a finished one. */
export function serveEndpoint<Body, Query>(
  endpoint: Endpoint<Body, Query>,
  known: KnownCallers,
  handle: Handle<Body, Query>,
): ServedHandler {
  const handler: RouteHandler = (request, context) =>
    answerCounted(endpoint.path, request, async () => {
      const asked = await readAsked(endpoint, request, (await context.params) ?? {}, known)
      if ('problem' in asked) return asked.problem
      const answer = await handle(asked)
      return isRefusal(answer) ? problemOf(answer) : answer
    })
  return Object.assign(handler, { endpoint })
}

/** Answers every request with the same problem: for methods and paths that there are not. */
export function serveProblem(path: string, problem: Problem): ServedHandler {
  const handler: RouteHandler = (request) => answerCounted(path, request, async () => problem)
  return Object.assign(handler, { endpoint: null })
}

async function readAsked<Body, Query>(
  endpoint: Endpoint<Body, Query>,
  request: Request,
  params: Record<string, string | string[] | undefined> | undefined,
  known: KnownCallers,
): Promise<Asked<Body, Query> | { readonly problem: Problem }> {
  const caller = endpoint.access === 'public' ? ANONYMOUS : await identifyCaller(request, known)
  if ('problem' in caller) return caller
  const refused = whyNotServed(endpoint, request, caller)
  if (refused !== null) return { problem: refused }
  const asked = readQuery(request, endpoint.query)
  if ('problem' in asked) return asked
  // Next hands over no parameters where the path has none.
  const named = Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const path = readParams(endpoint, named)
  if ('problem' in path) return path
  if (endpoint.body === null) {
    // An endpoint without a body has no body to type; nobody reads this one.
    return { body: undefined as Body, query: asked.query, params: path.params, caller, headers: request.headers, retry: null }
  }
  const { limit } = endpoint.body
  const read = await (endpoint.body.form === true ? readFormBody(request, limit) : readJsonBody(request, limit, endpoint.body.optional))
  if ('problem' in read) return read
  const parsed = endpoint.body.schema.safeParse(read.value)
  if (!parsed.success) {
    const errors = fieldFaults(parsed.error)
    return {
      problem: { code: 'invalid-body', detail: faultsText(errors, 'body'), errors },
    }
  }
  const retry = readRetry(request, caller.identity, read.bytes)
  if (retry !== null && 'problem' in retry) return retry
  return { body: parsed.data, query: asked.query, params: path.params, caller, headers: request.headers, retry }
}

/** The names in the path as the endpoint takes them, or what is wrong with them. */
function readParams(
  { params = {} }: Pick<Endpoint<unknown, unknown>, 'params'>,
  named: Readonly<Record<string, string>>,
): { readonly params: Readonly<Record<string, string>> } | { readonly problem: Problem } {
  const read = { ...named }
  const errors: FieldFault[] = []
  for (const [name, schema] of Object.entries(params)) {
    const parsed = schema.safeParse(named[name])
    if (parsed.success) read[name] = parsed.data
    else errors.push(...fieldFaults(parsed.error).map(({ message }) => ({ path: name, message })))
  }
  return errors.length === 0 ? { params: read } : { problem: { code: 'invalid-parameter', detail: faultsText(errors, 'path'), errors } }
}

async function answerCounted(path: string, request: Request, answer: () => Promise<Response | Problem>): Promise<Response> {
  const requestId = randomUUID()
  const startedAt = performance.now()
  const response = await answer().then(
    (given) => (given instanceof Response ? given : answerProblem(given, requestId)),
    (error: unknown) => answerProblem(problemOfError(error, requestId), requestId),
  )
  countRequest(path, request.method, response.status, (performance.now() - startedAt) / 1000)
  return finishAnswer(response, requestId)
}

const UNAVAILABLE: Readonly<Record<Exclude<UnavailableReason, 'audit-rollback'>, string>> = {
  'database-unavailable': 'The database does not answer. Nothing that was sent counts as stored; send it again.',
  'issuer-unavailable': 'The keys of the issuer of this identity token cannot be fetched. Nothing was stored; send it again.',
  'server-busy': 'Too much is being worked on, or watched, at once. Nothing was stored; send it again.',
}

/** What went wrong stays in the log, under the id that the caller is given. */
function problemOfError(error: unknown, requestId: string): Problem {
  if (isUnavailable(error)) {
    log.warn({ requestId, err: error }, error.reason)
    const detail = error.reason === 'audit-rollback' ? error.message : UNAVAILABLE[error.reason]
    return { code: error.reason, detail, headers: { 'retry-after': '5' } }
  }
  log.error({ requestId, err: error }, 'request failed')
  return { code: 'internal-error', detail: `Something failed on our side. The server's log names it by the request id ${requestId}.` }
}
