import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'
import { problemDocument } from './schemas/problem-document.ts'

type AnyEndpoint = Omit<Endpoint<unknown, unknown>, 'query' | 'body'> & {
  query: z.ZodType
  body: { schema: z.ZodType; form?: true; optional?: true } | null
}

const METHODS = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const

/** The OpenAPI 3.1 document of every endpoint, made from the declarations that requests are held to. */
export function openApiDocument(version: string): object {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: '__Host-lanekeeper' })
  for (const [operationId, endpoint] of Object.entries<AnyEndpoint>(ENDPOINTS)) registerEndpoint(registry, operationId, endpoint)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Lanekeeper', version, description: 'Which gates a change must pass, and why.' },
  })
}

function registerEndpoint(registry: OpenAPIRegistry, operationId: string, endpoint: AnyEndpoint): void {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? [])
  const params = z.object(Object.fromEntries(names.map((name) => [name, endpoint.params?.[name] ?? z.string()])))
  const query = endpoint.query instanceof z.ZodObject ? endpoint.query : z.object({})
  const retryHeaders = endpoint.body === null ? {} : { 'idempotency-key': z.string().min(1).max(200).optional() }
  const named = { ...retryHeaders, ...endpoint.headers }
  const headers = Object.keys(named).length === 0 ? {} : { headers: z.object(named) }
  const body =
    endpoint.body === null
      ? {}
      : { body: { required: endpoint.body.optional !== true, content: { [typeOf(endpoint.body)]: { schema: endpoint.body.schema } } } }
  registry.registerPath({
    method: METHODS[endpoint.method],
    path: endpoint.path,
    operationId,
    summary: endpoint.summary,
    security: securityOf(endpoint),
    request: { params, query, ...headers, ...body },
    responses: { ...goodAnswers(endpoint), ...problemAnswers(endpoint) },
  })
}

const ANYBODY = {}
const A_TOKEN = { token: [] }
const A_PERSON = { session: [] }

function securityOf({ access, roles }: AnyEndpoint): Record<string, string[]>[] {
  if (access === 'public') return []
  if (access === 'person') return [A_PERSON]
  if (access === 'ci') return roles === undefined ? [A_TOKEN] : [A_TOKEN, A_PERSON]
  return [ANYBODY, A_TOKEN, A_PERSON]
}

function typeOf({ form }: { readonly form?: true }): string {
  return form === true ? 'application/x-www-form-urlencoded' : 'application/json'
}

function goodAnswers(endpoint: AnyEndpoint) {
  return Object.fromEntries(
    Object.entries(endpoint.answers).map(([status, { description, schema, type = 'text/plain' }]) => {
      const content = schema === null ? { [type]: { schema: z.string() } } : { 'application/json': { schema } }
      return [status, { description, content }]
    }),
  )
}

/** The problems of an endpoint by status: its own, and those that the wrapper gives by what the endpoint takes. */
function problemAnswers(endpoint: AnyEndpoint) {
  const ofAccess: ProblemCode[] =
    endpoint.access === 'public' ? [] : ['unauthenticated', 'forbidden', 'database-unavailable', 'server-busy']
  const ofBody: ProblemCode[] = [
    'invalid-json',
    'invalid-idempotency-key',
    'foreign-origin',
    'body-too-large',
    'unsupported-media-type',
    'invalid-body',
  ]
  const codes: ProblemCode[] = [
    'unknown-parameter',
    'invalid-parameter',
    ...ofAccess,
    ...(endpoint.body === null ? [] : ofBody),
    ...endpoint.problems,
    'internal-error',
  ]
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort()
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = codes.filter((code) => PROBLEMS[code].status === status).map((code) => `\`${code}\``)
      return [status, { description: ofStatus.join(', '), content: { 'application/problem+json': { schema: problemDocument } } }]
    }),
  )
}
