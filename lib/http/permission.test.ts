import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { ANY_SCOPE } from '#lib/model/token-scope.ts'
import { answerJson } from './answer.ts'
import type { Caller } from './caller.ts'
import { keepSettings } from './current-settings.ts'
import { log } from './log.ts'
import type { Permission } from './permission.ts'
import { serveEndpoint } from './serve.ts'
import { endedSessionCookie, sessionCookie } from './session-cookie.ts'
import { readSettings } from './settings.ts'

const ORIGIN = 'https://lanekeeper.example'
const TOKEN = 'a-token-of-thirty-two-characters'
const AUTH_TIME = new Date('2026-11-30T10:00:00Z')

function settings(environment: Record<string, string> = {}): void {
  const read = readSettings({ LANEKEEPER_PUBLIC_URL: ORIGIN, LANEKEEPER_PUBLIC_READ: '0', ...environment })
  if ('settings' in read) keepSettings(read.settings)
}

beforeAll(() => {
  log.level = 'silent'
})
beforeEach(() => settings())

function aPerson(...roles: Role[]): Person {
  const grants = roles.map((role) => ({ role, domain: 'web', grantedBy: 'server', grantedAt: AUTH_TIME }))
  return { id: 'p1', email: 'ada@example.test', name: 'Ada', grants }
}

/** The id that a browser of this person holds. */
const idOf = (person: Person) =>
  person.grants
    .map(({ role }) => role[0])
    .join('')
    .padEnd(43, '_')

const EVERYBODY = [aPerson(), aPerson('viewer'), aPerson('release-manager'), aPerson('admin')]

const known = {
  findToken: async (sha256: string) =>
    sha256 === createHash('sha256').update(TOKEN).digest('hex')
      ? { id: 't1', name: 'nightly', role: 'ci' as const, scope: ANY_SCOPE }
      : null,
  findSession: async (id: string) => {
    const person = EVERYBODY.find((each) => idOf(each) === id)
    return person === undefined ? null : { person, authTime: AUTH_TIME }
  },
}

const BEARER = { authorization: `Bearer ${TOKEN}` }
const cookieOf = (id: string) => ({ cookie: `theme=dark; __Host-lanekeeper=${id}`, origin: ORIGIN })
const asOne = (...roles: Role[]) => cookieOf(idOf(aPerson(...roles)))

async function send(permission: Permission, headers: Record<string, string>, method: 'GET' | 'POST' = 'POST') {
  const seen: Caller[] = []
  const served = serveEndpoint(
    { method, path: '/api/v1/things', ...permission, summary: '', query: z.strictObject({}), body: null, answers: {}, problems: [] },
    known,
    async ({ caller }) => {
      seen.push(caller)
      return answerJson(200, {})
    },
  )
  const response = await served(new Request('http://127.0.0.1:3000/api/v1/things', { method, headers }), { params: Promise.resolve({}) })
  const document = await response.json()
  return { status: response.status, code: document.code, detail: document.detail, caller: seen[0] }
}

const statusOf = async (permission: Permission, headers: Record<string, string>) => (await send(permission, headers)).status

describe('an endpoint says who may use it, and nobody else may', () => {
  it.each([
    ['public', undefined, [200, 200, 200, 200, 200]],
    ['anyone', undefined, [200, 200, 200, 200, 200]],
    ['read', undefined, [401, 200, 200, 200, 200]],
    ['ci', undefined, [401, 200, 403, 403, 403]],
    ['ci', ['release-manager'], [401, 200, 403, 200, 403]],
    ['person', undefined, [401, 403, 200, 200, 200]],
    ['person', ['admin'], [401, 403, 403, 403, 200]],
    ['person', ['release-manager', 'admin'], [401, 403, 403, 200, 200]],
  ] satisfies [Permission['access'], Permission['roles'], number[]][])(
    '%s, roles %j: nobody, a token, a viewer, a release manager, an administrator: %j',
    async (access, roles, statuses) => {
      const permission = { access, ...(roles === undefined ? {} : { roles }) }
      const everybody = [{}, BEARER, asOne('viewer'), asOne('release-manager'), asOne('admin')]
      expect(await Promise.all(everybody.map((headers) => statusOf(permission, headers)))).toEqual(statuses)
    },
  )

  it('lets somebody read who is signed in, whatever their role', async () => {
    expect(await statusOf({ access: 'read' }, asOne())).toBe(200)
  })

  it('names the role that is needed, and who gives it', async () => {
    const { detail } = await send({ access: 'person', roles: ['architect', 'release-manager'] }, asOne('viewer'))
    expect(detail).toBe('Only an architect or a release manager may do this. An administrator gives roles, under Settings, People.')
  })
})

describe('who is asking', () => {
  it('is the person of the cookie, with the roles of this moment', async () => {
    const person = aPerson('release-manager')
    expect((await send({ access: 'anyone' }, asOne('release-manager'))).caller).toEqual({
      identity: 'person:p1',
      role: null,
      writer: null,
      person,
      authTime: AUTH_TIME,
      hasEnded: false,
    })
  })

  it('is the token alone where there is one: the cookie is not looked at', async () => {
    expect((await send({ access: 'anyone' }, { ...asOne('admin'), ...BEARER })).caller).toMatchObject({
      identity: 'token:t1',
      person: null,
    })
    expect((await send({ access: 'person' }, { ...asOne('admin'), ...BEARER })).status).toBe(403)
    expect((await send({ access: 'read' }, { ...asOne('admin'), authorization: 'Bearer wrong' })).status).toBe(401)
  })

  it.each(['x'.repeat(43), 'x', '', `${idOf(aPerson('admin'))}_`, `${'x'.repeat(42)}é`])(
    'is nobody with the cookie %j; what they want done is refused with the reason',
    async (id) => {
      settings({ LANEKEEPER_PUBLIC_READ: '1' })
      expect(await send({ access: 'read' }, cookieOf(id), 'GET')).toMatchObject({ status: 200, caller: { identity: 'anonymous' } })
      for (const access of ['read', 'ci', 'person'] as const) {
        expect(await send({ access }, cookieOf(id))).toMatchObject({ status: 401, detail: 'Your session has ended. Sign in again.' })
      }
      expect((await send({ access: 'anyone' }, cookieOf(id))).status).toBe(200)
    },
  )

  it('is not told by a cookie of another name: over https only one that nobody else can set counts', async () => {
    expect((await send({ access: 'anyone' }, { cookie: `lanekeeper=${idOf(aPerson('admin'))}`, origin: ORIGIN })).caller).toMatchObject({
      identity: 'anonymous',
      hasEnded: false,
    })
  })
})

describe('a write that a cookie lets in says that it comes from our own pages', () => {
  it.each([undefined, 'null', 'https://evil.example', 'http://lanekeeper.example', `${ORIGIN}:8443`, `${ORIGIN}.evil.example`, ''])(
    'refuses the Origin %j',
    async (origin) => {
      const { origin: _, ...cookie } = asOne('admin')
      const headers = origin === undefined ? cookie : { ...cookie, origin }
      expect(await send({ access: 'person' }, headers)).toMatchObject({ status: 403, code: 'foreign-origin' })
      expect((await send({ access: 'person' }, headers, 'GET')).status).toBe(200)
    },
  )

  it('does not ask that of a program with a token', async () => {
    expect(await statusOf({ access: 'ci' }, BEARER)).toBe(200)
  })

  it('and signing in may come from a program, but not from another page', async () => {
    expect(await statusOf({ access: 'public' }, {})).toBe(200)
    for (const origin of ['null', 'https://evil.example']) expect(await statusOf({ access: 'public' }, { origin })).toBe(403)
  })
})

describe('the cookie of a session', () => {
  const id = 'x'.repeat(43)

  it('is out of reach of scripts and other sites, and over https bound to this host', () => {
    expect(sessionCookie(id)).toBe(`__Host-lanekeeper=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure`)
    expect(endedSessionCookie()).toBe('__Host-lanekeeper=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure')
  })

  it('has no prefix where there is no https', () => {
    settings({ LANEKEEPER_PUBLIC_URL: 'http://127.0.0.1:3000' })
    expect(sessionCookie(id)).toBe(`lanekeeper=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200`)
  })
})
