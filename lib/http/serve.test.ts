import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANY_SCOPE } from '#lib/model/token-scope.ts'
import { Unavailable } from '#lib/model/unavailable.ts'
import { answerJson } from './answer.ts'
import { keepSettings } from './current-settings.ts'
import type { Asked, Endpoint } from './endpoint.ts'
import { log } from './log.ts'
import type { Access } from './permission.ts'
import { serveEndpoint } from './serve.ts'
import { serveMethods, serveUnknown } from './serve-methods.ts'
import { readSettings } from './settings.ts'

const ORIGIN = 'https://lanekeeper.example'
const TOKEN = 'a-token-of-thirty-two-characters'

type Body = { readonly name: string; readonly entries?: readonly (string | { readonly path: string })[] | undefined }
type Query = { readonly limit?: string | undefined }

const body = z.strictObject({
  name: z.string().min(1),
  entries: z.array(z.union([z.string(), z.strictObject({ path: z.string() })])).optional(),
})

function anEndpoint(access: Access, method: 'GET' | 'POST' = 'POST'): Endpoint<Body, Query> {
  return {
    method,
    path: '/api/v1/things',
    access,
    summary: 'For this test',
    query: z.strictObject({ limit: z.string().optional() }),
    body: { schema: body, limit: 1000 },
    answers: {},
    problems: [],
  }
}

const tokenHash = createHash('sha256').update(TOKEN).digest('hex')
const findToken = async (sha256: string) =>
  sha256 === tokenHash ? { id: 't1', name: 'nightly', role: 'ci' as const, scope: ANY_SCOPE } : null
const KNOWN = { findToken, findSession: async () => null }

function publicRead(publicly: boolean): void {
  const read = readSettings({ LANEKEEPER_PUBLIC_URL: ORIGIN, LANEKEEPER_PUBLIC_READ: publicly ? '1' : '0' })
  if ('settings' in read) keepSettings(read.settings)
}

beforeAll(() => {
  log.level = 'silent'
  publicRead(true)
})
afterAll(() => publicRead(true))

interface Sent {
  readonly access?: Access
  readonly headers?: Record<string, string>
  readonly search?: string
  readonly body?: string
  readonly handle?: (asked: Asked<Body, Query>) => Promise<Response>
}

async function send({ access = 'read', headers = {}, search = '', body = '{"name":"x"}', handle }: Sent = {}) {
  const seen: Asked<Body, Query>[] = []
  const served = serveEndpoint(anEndpoint(access), KNOWN, async (asked) => {
    seen.push(asked)
    return handle === undefined ? answerJson(201, { ok: true }) : handle(asked)
  })
  const request = new Request(`http://127.0.0.1:3000/api/v1/things${search}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const response = await served(request, { params: Promise.resolve({}) })
  const text = await response.text()
  return { response, document: JSON.parse(text), text, seen }
}

describe('deny by default: who may use an endpoint', () => {
  const bearer = { authorization: `Bearer ${TOKEN}` }

  it.each([
    ['ci', {}, true, 401],
    ['ci', bearer, false, 201],
    ['read', {}, true, 201],
    ['read', {}, false, 401],
    ['read', bearer, false, 201],
    ['public', {}, false, 201],
  ] as const)('%s with %o, public reading %s: %i', async (access, headers, publicly, status) => {
    publicRead(publicly)
    const { response, seen } = await send({ access, headers })
    publicRead(true)
    expect(response.status).toBe(status)
    expect(seen).toHaveLength(status === 201 ? 1 : 0)
  })

  it.each(['Bearer wrong-token', 'Bearer', 'Basic dTpw', `bearer ${TOKEN} x`, `Bearer ${TOKEN}x`])(
    'refuses %s even where nobody needs a token: the caller believes to be someone',
    async (authorization) => {
      const { response, document } = await send({ headers: { authorization } })
      expect([response.status, document.code, response.headers.get('www-authenticate')]).toEqual([
        401,
        'unauthenticated',
        'Bearer realm="lanekeeper"',
      ])
    },
  )

  it('says who asked, never by the token itself', async () => {
    const { seen } = await send({ headers: bearer })
    expect(seen[0]?.caller).toEqual({
      identity: 'token:t1',
      role: 'ci',
      writer: { identity: 'token:t1', name: 'nightly', scope: ANY_SCOPE },
      person: null,
      authTime: null,
      hasEnded: false,
    })
  })

  it.each([
    'x-middleware-subrequest',
    'x-forwarded-host',
    'x-forwarded-user',
    'x-real-ip',
    'next-action',
    'x-matched-path',
    'x-invoke-path',
    'host',
  ])('does not believe the header %s', async (name) => {
    const { response } = await send({ access: 'ci', headers: { [name]: 'admin' } })
    expect(response.status).toBe(401)
  })
})

describe('a page of another site cannot write here', () => {
  it.each(['https://evil.example', 'null', 'http://lanekeeper.example', `${ORIGIN}.evil.example`, `${ORIGIN}:444`, ''])(
    'refuses the Origin %j',
    async (origin) => {
      const { response, document, seen } = await send({ headers: { origin } })
      expect([response.status, document.code, seen.length]).toEqual([403, 'foreign-origin', 0])
    },
  )

  it('takes its own, and programs, which send none', async () => {
    expect((await send({ headers: { origin: ORIGIN } })).response.status).toBe(201)
    expect((await send()).response.status).toBe(201)
  })
})

describe('nothing unknown is taken', () => {
  it('names an unknown key by its path', async () => {
    const { response, document } = await send({ body: '{"name":"x","status":"approved"}' })
    expect([response.status, document.code, document.errors]).toEqual([
      422,
      'invalid-body',
      [{ path: 'status', message: 'is not known here' }],
    ])
  })

  it('says what is wrong within the alternative that was meant', async () => {
    const { document } = await send({ body: '{"name":"x","entries":["a",{"path":1},{"path":"b","x":1},7]}' })
    expect(document.errors.map(({ path }: { path: string }) => path)).toEqual(['entries.1.path', 'entries.2.x', 'entries.3'])
  })

  it('names at most fifty faults of a thousand', async () => {
    const { document } = await send({ body: JSON.stringify({ name: 'x', entries: Array.from({ length: 200 }, () => 1) }) })
    expect(document.errors).toHaveLength(50)
    expect(document.detail).toMatch(/and 45 more$/)
  })

  it('names an unknown query parameter, and one that is given twice', async () => {
    expect((await send({ search: '?admin=1' })).document).toMatchObject({
      status: 400,
      code: 'unknown-parameter',
      errors: [{ path: 'admin' }],
    })
    expect((await send({ search: '?limit=1&limit=2' })).document).toMatchObject({ status: 400, code: 'invalid-parameter' })
    expect((await send({ search: '?__proto__=1' })).document).toMatchObject({ status: 400, code: 'unknown-parameter' })
  })

  it.each(['a b', '', 'x'.repeat(201), 'kéy'])('refuses the Idempotency-Key %j', async (key) => {
    const { document } = await send({ headers: { 'idempotency-key': key } })
    expect(document).toMatchObject({ status: 400, code: 'invalid-idempotency-key' })
  })

  it('binds an Idempotency-Key to caller, address and body', async () => {
    const headers = { 'idempotency-key': 'k-1' }
    const retries = [
      await send({ headers }),
      await send({ headers }),
      await send({ headers, search: '?limit=1' }),
      await send({ headers, body: '{"name":"y"}' }),
    ]
    const [first, again, ...others] = retries.map(({ seen }) => seen[0]?.retry?.bodySha256)
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(again).toBe(first)
    expect(new Set([first, ...others]).size).toBe(3)
  })
})

describe('every answer is a finished one', () => {
  it.each([
    ['a good one', {}],
    ['a refusal', { access: 'ci' }],
    ['a bad body', { body: '{' }],
    ['a failure', { handle: () => Promise.reject(new Error('boom')) }],
  ] satisfies [string, Sent][])('%s is private, not sniffed, and named for the log', async (_, sent) => {
    const { response } = await send(sent)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is a problem document when it is a no', async () => {
    const { response, document } = await send({ access: 'ci' })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(document).toEqual({
      type: 'urn:lanekeeper:problem:unauthenticated',
      title: 'Who is asking?',
      status: 401,
      detail: expect.any(String),
      code: 'unauthenticated',
      instance: `urn:uuid:${response.headers.get('x-request-id')}`,
    })
  })

  it('tells nothing of what failed but the request id', async () => {
    const failing = () => Promise.reject(new Error('SELECT secret FROM /etc/passwd', { cause: new Error('inner') }))
    const { response, text } = await send({ handle: failing })
    expect(response.status).toBe(500)
    expect(text).not.toMatch(/secret|passwd|SELECT|inner|at |\.ts/)
    expect(text).toContain(response.headers.get('x-request-id'))
  })

  it('is 503 with Retry-After when the database is away, never 500', async () => {
    const { response, document } = await send({ handle: () => Promise.reject(new Unavailable('10.0.0.1:5432 refused')) })
    expect([response.status, document.code, response.headers.get('retry-after')]).toEqual([503, 'database-unavailable', '5'])
    expect(document.detail).not.toContain('10.0.0.1')
  })
})

describe('methods and paths that there are not', () => {
  const handlers = serveMethods(serveEndpoint(anEndpoint('read'), KNOWN, async () => answerJson(200, {})))

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('answers %s with 405 and what is allowed', async (method) => {
    const response = await handlers[method](new Request('http://127.0.0.1/api/v1/things', { method }), { params: Promise.resolve({}) })
    expect([response.status, response.headers.get('allow'), (await response.json()).code]).toEqual([405, 'POST', 'method-not-allowed'])
  })

  it('answers an unknown path with 404', async () => {
    const response = await serveUnknown().GET(new Request('http://127.0.0.1/api/v1/no'), { params: Promise.resolve({ path: ['no'] }) })
    expect([response.status, (await response.json()).code]).toEqual([404, 'endpoint-unknown'])
  })
})
