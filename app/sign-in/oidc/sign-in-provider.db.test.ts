import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as audit from '#app/api/v1/audit/route.ts'
import * as people from '#app/api/v1/people/route.ts'
import * as session from '#app/api/v1/session/route.ts'
import type { ServedHandlers } from '#lib/http/serve-methods.ts'
import { callApi, keepTestSettings } from '#test/api-call.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { aSignInProvider, CLIENT_ID, CLIENT_SECRET, type RunningProvider, signInAtProvider } from '#test/sign-in-provider.ts'
import { makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import * as callback from './callback/route.ts'
import * as start from './route.ts'

let test: TestDatabase
let provider: RunningProvider

beforeAll(async () => {
  provider = await aSignInProvider()
  keepTestSettings({
    LANEKEEPER_PUBLIC_READ: '1',
    LANEKEEPER_OIDC_ISSUER: provider.issuer,
    LANEKEEPER_OIDC_CLIENT_ID: CLIENT_ID,
    LANEKEEPER_OIDC_CLIENT_SECRET: CLIENT_SECRET,
  })
  test = await openTestDatabase()
  await makeDemoAccounts()
})
afterAll(async () => {
  await provider.stop()
  await test.close()
})

/** A request of a browser to a page of ours, with the cookies that it keeps. */
async function visit(handlers: ServedHandlers, search: string, jar: Map<string, string>, headers: Readonly<Record<string, string>> = {}) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const path = handlers.GET.endpoint?.path
  const request = new Request(`http://127.0.0.1:3000${path}${search}`, { headers: { cookie, ...headers } })
  const response = await handlers.GET(request, { params: Promise.resolve(undefined) })
  const set = response.headers.getSetCookie()
  for (const each of set) {
    const [pair = ''] = each.split(';')
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  expect([response.status, response.headers.get('cache-control')]).toEqual([303, 'private, no-store'])
  return { location: response.headers.get('location') ?? '', set }
}

const faultOf = (location: string) => new URL(location, 'http://x').searchParams.get('fault')

/** A browser that has been to the provider and is about to come back. */
async function beenAtProvider(login: string, returnTo = '/board?tab=layers') {
  const jar = new Map<string, string>()
  const { location } = await visit(start, `?returnTo=${encodeURIComponent(returnTo)}`, jar)
  const back = await signInAtProvider(location, login)
  return { jar, location: new URL(location), back }
}

async function signInAs(login: string) {
  const { jar, back } = await beenAtProvider(login)
  const { location, set } = await visit(callback, back.search, jar)
  return { jar, location, set }
}

async function whoIs(jar: Map<string, string>) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await callApi(session, { headers: { cookie } })).document
}

const everybody = async () => (await callApi(people, { headers: { ...(await signedInAs('admin')) } })).document.items

describe('a person signs in at a provider', () => {
  it('by the code flow with PKCE, state and nonce, to an address that the settings name, and comes back to where they were', async () => {
    const { jar, location, back } = await beenAtProvider('ada')
    expect(location.origin).toBe(provider.issuer)
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: 'http://127.0.0.1:3000/sign-in/oidc/callback',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{20,}$/),
      nonce: expect.stringMatching(/^[\w-]{20,}$/),
    })
    expect(location.href).not.toContain(CLIENT_SECRET)
    const { location: end, set } = await visit(callback, back.search, jar)
    expect(end).toBe('/board?tab=layers')
    expect(set.every((each) => each.includes('HttpOnly') && each.includes('SameSite=Lax'))).toBe(true)
    expect([...jar.keys()]).toEqual(['lanekeeper'])
    expect(await whoIs(jar)).toMatchObject({ kind: 'person', email: 'ada@example.test', name: 'Ada Vero', mayRead: true })
  })

  it('as the same person the next time, with no role until an administrator gives one', async () => {
    const first = await whoIs((await signInAs('ada')).jar)
    const again = await whoIs((await signInAs('ada')).jar)
    expect(again.identity).toBe(first.identity)
    // What every reader may: a plan decides nothing, and each exception says for itself who may decide it.
    expect([first.roles, first.may]).toEqual([[], ['makePlan', 'decideException', 'withdrawException', 'revokeException']])
    expect((await everybody()).filter(({ email }: { email: string }) => email === 'ada@example.test')).toHaveLength(1)
  })

  it('with a new session, which ends the one before', async () => {
    const { jar } = await signInAs('ada')
    const before = new Map(jar)
    await visit(start, '', jar).then(async ({ location }) => visit(callback, (await signInAtProvider(location, 'ada')).search, jar))
    expect(jar.get('lanekeeper')).not.toBe(before.get('lanekeeper'))
    expect((await whoIs(jar)).kind).toBe('person')
    expect((await whoIs(before)).kind).toBe('nobody')
  })

  it('to the account that an administrator has made for their verified address', async () => {
    const body = { email: 'pia@example.test', name: 'Pia P.' }
    const made = await callApi(people, { headers: { ...(await signedInAs('admin')) }, body })
    expect(made.status).toBe(201)
    expect(await whoIs((await signInAs('pia')).jar)).toMatchObject({ identity: `person:${made.document.id}`, name: 'Pia P.' })
    const { document } = await callApi(audit, { search: '?limit=1' })
    expect(JSON.parse(document.items[0].canonical)).toMatchObject({
      action: 'session.started',
      details: { by: provider.issuer, linked: true },
    })
  })
})

describe('an address alone makes nobody somebody', () => {
  it('an unverified one is not kept: a new account, not the one that has it', async () => {
    const { jar } = await signInAs('eve')
    const person = await whoIs(jar)
    expect(person.name).toBe('Eve Falso')
    expect(person.email).toMatch(/@unverified\.invalid$/)
    const admin = (await everybody()).find(({ email }: { email: string }) => email === 'admin@example.test')
    expect(`person:${admin.id}`).not.toBe(person.identity)
  })

  it('a verified one of an account with a password does not open that account', async () => {
    const { jar, location } = await signInAs('mallory')
    expect(faultOf(location)).toBe('address-taken')
    expect((await whoIs(jar)).kind).toBe('nobody')
  })

  it('a closed account stays closed', async () => {
    const close = (at: string) => test.database.pool.query(`UPDATE person SET disabled_at = ${at} WHERE subject = 'ada'`)
    expect((await whoIs((await signInAs('ada')).jar)).kind).toBe('person')
    await close('now()')
    const { jar, location } = await signInAs('ada')
    expect([faultOf(location), (await whoIs(jar)).kind]).toEqual(['account-closed', 'nobody'])
    await close('NULL')
  })
})

describe('what does not belong together signs nobody in', () => {
  const changed = (jar: Map<string, string>, change: (attempt: Record<string, string>) => object) => {
    const kept = JSON.parse(Buffer.from(jar.get('lanekeeper-oidc') ?? '', 'base64url').toString())
    return new Map([['lanekeeper-oidc', Buffer.from(JSON.stringify({ ...kept, ...change(kept) })).toString('base64url')]])
  }
  const OTHER = 'x'.repeat(43)

  it('another state, whichever of the two was changed', async () => {
    const { jar, back } = await beenAtProvider('ada')
    const other = new URL(back)
    other.searchParams.set('state', OTHER)
    expect(faultOf((await visit(callback, other.search, new Map(jar))).location)).toBe('sign-in-not-begun')
    expect(
      faultOf(
        (
          await visit(
            callback,
            back.search,
            changed(jar, () => ({ state: OTHER })),
          )
        ).location,
      ),
    ).toBe('sign-in-not-begun')
    other.searchParams.delete('state')
    expect(faultOf((await visit(callback, other.search, new Map(jar))).location)).toBe('sign-in-not-begun')
  })

  it.each([
    ['another nonce', { nonce: OTHER }],
    ['another verifier', { verifier: OTHER }],
  ])('%s', async (_, given) => {
    const { jar, back } = await beenAtProvider('ada')
    const other = changed(jar, () => given)
    expect(faultOf((await visit(callback, back.search, other)).location)).toBe('provider-refused')
    expect([...other.keys()]).toEqual([])
  })

  it('a code that was used', async () => {
    const { jar, back } = await beenAtProvider('ada')
    const again = new Map(jar)
    expect((await visit(callback, back.search, jar)).location).toBe('/board?tab=layers')
    expect(faultOf((await visit(callback, back.search, jar)).location)).toBe('sign-in-not-begun')
    expect(faultOf((await visit(callback, back.search, again)).location)).toBe('provider-refused')
  })

  it('what was begun in another browser: nobody is signed in as somebody else', async () => {
    const theirs = await beenAtProvider('mallory')
    const mine = await beenAtProvider('ada')
    expect(faultOf((await visit(callback, theirs.back.search, mine.jar)).location)).toBe('sign-in-not-begun')
    expect(faultOf((await visit(callback, theirs.back.search, new Map())).location)).toBe('sign-in-not-begun')
  })

  it('an answer of another issuer, and one that is a no', async () => {
    const { jar, back } = await beenAtProvider('ada')
    const other = new URL(back)
    other.searchParams.set('iss', 'https://evil.example')
    expect(faultOf((await visit(callback, other.search, new Map(jar))).location)).toBe('provider-refused')
    const no = `?error=access_denied&state=${back.searchParams.get('state')}&iss=${encodeURIComponent(provider.issuer)}`
    expect(faultOf((await visit(callback, no, new Map(jar))).location)).toBe('provider-refused')
  })

  it('a cookie of garbage', async () => {
    for (const value of ['', 'x', 'e30', Buffer.from('{"state":1}').toString('base64url')]) {
      expect(faultOf((await visit(callback, '?state=x&code=y', new Map([['lanekeeper-oidc', value]]))).location)).toBe('sign-in-not-begun')
    }
  })

  it('a host that the request claims, and a page of somebody else to go back to', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    const { location } = await visit(start, '', new Map(), headers)
    expect(new URL(location).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:3000/sign-in/oidc/callback')
    const { jar, back } = await beenAtProvider('ada', '//evil.example/')
    expect((await visit(callback, back.search, jar)).location).toBe('/')
  })
})

describe('a provider that is away', () => {
  it('is said to be, whoever is signed in stays so, and people with a password come in', async () => {
    const { jar } = await signInAs('ada')
    const half = await beenAtProvider('ada')
    await provider.stop()
    expect(faultOf((await visit(callback, half.back.search, half.jar)).location)).toBe('provider-unavailable')
    globalThis.lanekeeperProvider = undefined
    expect((await visit(start, '?returnTo=/audit', jar)).location).toBe('/sign-in?returnTo=%2Faudit&fault=provider-unavailable')
    expect(await whoIs(jar)).toMatchObject({ name: 'Ada Vero' })
    expect((await signedInAs('admin')).cookie).toContain('lanekeeper=')
    await provider.start()
    expect(await whoIs((await signInAs('ada')).jar)).toMatchObject({ name: 'Ada Vero' })
  })

  it('that is not named is no way in', async () => {
    keepTestSettings()
    expect(faultOf((await visit(start, '', new Map())).location)).toBe('provider-absent')
    expect(faultOf((await visit(callback, '?code=x&state=y', new Map())).location)).toBe('provider-absent')
  })
})
