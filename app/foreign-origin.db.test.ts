import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ServedHandler } from '#lib/http/serve.ts'
import { ROLES, type Role } from '#lib/model/role.ts'
import { keepTestSettings } from '#test/api-call.ts'
import { aReadyServer } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import { routeFiles } from '#test/route-files.ts'
import { type AsPerson, makeDemoAccounts, signedInAs } from '#test/signed-in.ts'

let test: TestDatabase
let writing: readonly { readonly name: string; readonly handler: ServedHandler }[]
const as = new Map<Role, AsPerson>()

beforeAll(async () => {
  test = await aReadyServer()
  keepTestSettings()
  await makeDemoAccounts()
  for (const role of ROLES) as.set(role, await signedInAs(role))
  writing = (await routeFiles()).flatMap(({ path, exports }) =>
    Object.entries(exports).flatMap(([method, handler]) =>
      // What is for everybody without being asked who they are takes nothing from a cookie.
      handler.endpoint === null || method === 'GET' || handler.endpoint.access === 'public' ? [] : [{ name: `${method} ${path}`, handler }],
    ),
  )
})
afterAll(() => test.close())

/** What a page of another site can make a browser send, and what something in between could add to it. */
const HOSTILE: readonly Readonly<Record<string, string>>[] = [
  {},
  { origin: 'null' },
  { origin: 'https://evil.example' },
  { origin: 'http://127.0.0.1:3000.evil.example' },
  { origin: 'https://127.0.0.1:3000' },
  { origin: 'http://127.0.0.1:3000, https://evil.example' },
  { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { origin: 'https://evil.example', referer: 'http://127.0.0.1:3000/board' },
  { referer: 'http://127.0.0.1:3000/board', 'x-requested-with': 'XMLHttpRequest' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  { 'sec-fetch-site': 'same-origin' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
]

/** With a body that is not one, so that nothing is changed by whoever is let in. */
async function send(name: string, handler: ServedHandler, headers: Readonly<Record<string, string>>) {
  const [method = '', path = ''] = name.split(' ')
  const isForm = path.startsWith('/sign-')
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const request = new Request(`http://127.0.0.1:3000${path.replace(/\{\w+\}/g, 'x')}`, {
    method,
    headers: { 'content-type': type, ...headers },
    ...(method === 'DELETE' ? {} : { body: isForm ? 'x=1' : '{"x":1}' }),
  })
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1] ?? '', 'x']))
  const answer = await handler(request, { params: Promise.resolve(params) })
  return { status: answer.status, code: answer.status === 403 ? (await answer.json()).code : null }
}

it('whatever a cookie lets in is refused unless it comes from our own pages, at every endpoint and for every role', async () => {
  let letIn = 0
  for (const { name, handler } of writing) {
    for (const [role, { cookie, origin }] of as) {
      for (const headers of HOSTILE) {
        const { status, code } = await send(name, handler, { ...headers, cookie })
        expect([401, 403], `${name} as ${role} with ${JSON.stringify(headers)}`).toContain(status)
        if (code !== 'foreign-origin') expect((await send(name, handler, { origin, cookie })).code, `${name} as ${role}`).toBe(code)
      }
      // Signing out would end the session that the rest is asked with.
      const isSignOut = name === 'DELETE /api/v1/session' || name === 'POST /sign-out'
      if (!isSignOut && (await send(name, handler, { origin, cookie })).status !== 403) letIn += 1
    }
  }
  expect(letIn).toBeGreaterThan(20)
})
