import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as session from '#app/api/v1/session/route.ts'
import * as signOut from '#app/sign-out/route.ts'
import type { ServedHandler } from '#lib/http/serve.ts'
import { callApi } from '#test/api-call.ts'
import { anEmptyServer } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import { makeDemoAccounts } from '#test/signed-in.ts'
import * as form from './route.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await anEmptyServer()
  await makeDemoAccounts()
})
afterAll(() => test.close())

const OWN = { origin: 'http://127.0.0.1:3000' }

/** Sends a form as a browser does. */
async function submit(handler: ServedHandler, fields: readonly (readonly [string, string])[], headers: Record<string, string> = OWN) {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  const request = new Request(`http://127.0.0.1:3000${handler.endpoint?.path}`, { method: 'POST', body, headers })
  const { status, headers: answered } = await handler(request, { params: Promise.resolve(undefined) })
  return { status, location: answered.get('location'), cookie: answered.get('set-cookie') }
}

const GOOD = [
  ['email', 'architect@example.test'],
  ['password', 'lanekeeper'],
] as const

describe('the form of the sign-in page works without a script', () => {
  it('and leads to where the person came from, signed in', async () => {
    const { status, location, cookie } = await submit(form.POST, [...GOOD, ['returnTo', '/board?tab=layers']])
    expect([status, location]).toEqual([303, '/board?tab=layers'])
    const headers = { cookie: cookie?.split(';')[0] ?? '' }
    expect((await callApi(session, { headers })).document).toMatchObject({ kind: 'person', email: 'architect@example.test' })
    const out = await submit(signOut.POST, [], { ...OWN, ...headers })
    expect([out.status, out.location, out.cookie?.startsWith('lanekeeper=;')]).toEqual([303, '/sign-in', true])
    expect((await callApi(session, { headers })).document.kind).toBe('nobody')
  })

  it('or back to the form with the fault, never with what was typed', async () => {
    const { status, location, cookie } = await submit(form.POST, [
      ['email', 'architect@example.test'],
      ['password', 'wrong-secret'],
      ['returnTo', '/board'],
    ])
    expect([status, location, cookie]).toEqual([303, '/sign-in?returnTo=%2Fboard&fault=sign-in-refused', null])
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/.//evil.example'])(
    'but never to %s',
    async (returnTo) => {
      expect((await submit(form.POST, [...GOOD, ['returnTo', returnTo]])).location).toBe('/')
    },
  )

  it.each(['null', 'https://evil.example'])('and not from the page %s', async (origin) => {
    expect((await submit(form.POST, GOOD, { origin })).status).toBe(403)
  })

  it('and takes no field twice, no other field, and no JSON', async () => {
    expect((await submit(form.POST, [...GOOD, ['email', 'admin@example.test']])).status).toBe(422)
    expect((await submit(form.POST, [...GOOD, ['role', 'admin']])).status).toBe(422)
    expect((await submit(form.POST, GOOD, { ...OWN, 'content-type': 'application/json' })).status).toBe(415)
    expect((await submit(form.POST, [['email', 'x'.repeat(20_000)]])).status).toBe(413)
  })

  it('a page of another site signs nobody out', async () => {
    const { cookie } = await submit(form.POST, GOOD)
    const headers = { cookie: cookie?.split(';')[0] ?? '' }
    expect((await submit(signOut.POST, [], { ...headers, origin: 'https://evil.example' })).status).toBe(403)
    expect((await submit(signOut.POST, [], headers)).status).toBe(403)
    expect((await callApi(session, { headers })).document.kind).toBe('person')
  })
})
