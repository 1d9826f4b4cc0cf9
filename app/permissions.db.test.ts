import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServedHandler } from '#lib/http/serve.ts'
import type { Role } from '#lib/model/role.ts'
import { ROLES } from '#lib/model/role.ts'
import { AS_CI, keepTestSettings } from '#test/api-call.ts'
import { aReadyServer } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import { type RouteFile, routeFiles } from '#test/route-files.ts'
import { makeDemoAccounts, signedInAs } from '#test/signed-in.ts'

type Who = 'nobody' | 'ci' | Role

const EVERYBODY: readonly Who[] = ['nobody', 'ci', ...ROLES]
const PEOPLE: readonly Who[] = ROLES
const READERS: readonly Who[] = ['ci', ...ROLES]
const ASKING: readonly Who[] = ['domain-owner', 'release-manager', 'architect']

/**
 * Who may use what, where reading is not open to everybody. What is not here is for readers when it asks, and fails this test when it
 * writes: whoever adds an endpoint that writes says here who may.
 */
const MAY: Readonly<Record<string, readonly Who[]>> = {
  'GET /healthz': EVERYBODY,
  'GET /readyz': EVERYBODY,
  'GET /metrics': EVERYBODY,
  'GET /api/v1/openapi.json': EVERYBODY,
  'GET /api/v1/session': EVERYBODY,
  'POST /api/v1/session': EVERYBODY,
  'DELETE /api/v1/session': EVERYBODY,
  'POST /sign-in/form': EVERYBODY,
  'POST /sign-out': EVERYBODY,
  'GET /sign-in/oidc': EVERYBODY,
  'GET /sign-in/oidc/callback': EVERYBODY,
  'POST /api/v1/plans': READERS,
  'POST /api/v1/models': ['ci'],
  'POST /api/v1/runs': ['ci'],
  'PATCH /api/v1/runs/{id}': ['ci'],
  'POST /api/v1/evidence': ['ci'],
  'POST /api/v1/evidence/{id}/revocation': ['ci'],
  'POST /api/v1/skips': ['ci'],
  'POST /api/v1/promotions': ['ci', 'release-manager'],
  'POST /api/v1/tokens': ['ci', 'admin'],
  'POST /api/v1/exceptions': ASKING,
  'PATCH /api/v1/exceptions/{id}': ASKING,
  // Who may decide depends on the exception; whoever may not is told why by the exception itself.
  'POST /api/v1/exceptions/{id}/decisions': PEOPLE,
  'POST /api/v1/exceptions/{id}/withdrawal': PEOPLE,
  'POST /api/v1/exceptions/{id}/revocation': PEOPLE,
  'GET /api/v1/people': PEOPLE,
  'POST /api/v1/people': ['admin'],
  'POST /api/v1/people/{id}/roles': ['admin'],
  'POST /api/v1/people/{id}/roles/revocation': ['admin'],
}

let test: TestDatabase
let files: readonly RouteFile[]
const headersOf = new Map<Who, Readonly<Record<string, string>>>([
  ['nobody', {}],
  ['ci', AS_CI],
])

beforeAll(async () => {
  test = await aReadyServer()
  keepTestSettings({ LANEKEEPER_PUBLIC_READ: '0' })
  await makeDemoAccounts()
  for (const role of ROLES) headersOf.set(role, { ...(await signedInAs(role)) })
  files = await routeFiles()
})
afterAll(() => test.close())

function endpoints(): readonly { readonly name: string; readonly handler: ServedHandler }[] {
  return files.flatMap(({ path, exports }) =>
    Object.entries(exports).flatMap(([method, handler]) => (handler.endpoint === null ? [] : [{ name: `${method} ${path}`, handler }])),
  )
}

/** Asks with a body that is not one, so that whoever is let in changes nothing. Signing out is asked by nobody's cookie. */
async function ask(name: string, handler: ServedHandler, headers: Readonly<Record<string, string>>): Promise<number> {
  const [method = 'GET', path = ''] = name.split(' ')
  const isForm = path.startsWith('/sign-')
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: isForm ? 'x=1' : '{"x":1}' }
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const asked = new Request(`http://127.0.0.1:3000${path.replace(/\{\w+\}/g, 'x')}`, {
    method,
    headers: { 'content-type': type, ...headers, ...(method === 'DELETE' ? { cookie: '' } : {}) },
    ...body,
  })
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1] ?? '', 'x']))
  const response = await handler(asked, { params: Promise.resolve(params) })
  await response.body?.cancel()
  return response.status
}

describe('who may use each endpoint', () => {
  it('is said of every one that writes', () => {
    const all = endpoints().map(({ name }) => name)
    expect(all.filter((name) => !name.startsWith('GET ')).toSorted()).toEqual(
      Object.keys(MAY)
        .filter((name) => !name.startsWith('GET '))
        .toSorted(),
    )
    expect(Object.keys(MAY).filter((name) => !all.includes(name))).toEqual([])
  })

  it('is so: nobody is told who they could be (401), everybody else that they may not (403)', async () => {
    for (const { name, handler } of endpoints()) {
      for (const who of EVERYBODY) {
        const status = await ask(name, handler, headersOf.get(who) ?? {})
        const may = (MAY[name] ?? READERS).includes(who)
        const refused = who === 'nobody' ? 401 : 403
        expect(may ? status !== 401 && status !== 403 : status === refused, `${name} as ${who}: ${status}`).toBe(true)
      }
    }
  })

  it('is not what a header claims', async () => {
    const claims: readonly (readonly [string, string])[] = [
      ['x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'],
      ['x-forwarded-user', 'admin@example.test'],
      ['x-forwarded-for', '127.0.0.1'],
      ['x-forwarded-host', '127.0.0.1:3000'],
      ['x-forwarded-proto', 'https'],
      ['x-real-ip', '127.0.0.1'],
      ['host', 'localhost'],
      ['next-action', 'x'],
      ['next-resume', '1'],
      ['x-nextjs-data', '1'],
      ['x-matched-path', '/healthz'],
      ['x-invoke-path', '/healthz'],
      ['x-http-method-override', 'GET'],
      ['x-original-url', '/healthz'],
      ['x-remote-user', 'admin'],
      ['x-lanekeeper-path', '/healthz'],
      ['origin', 'http://127.0.0.1:3000'],
    ]
    for (const { name, handler } of endpoints()) {
      const without = await ask(name, handler, {})
      for (const [header, value] of claims) {
        expect(await ask(name, handler, { [header]: value }), `${name} with ${header}`).toBe(without)
      }
    }
  })
})
