import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COOL_DOWN_MS } from '#lib/model/person.ts'
import { AS_CI, callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, recordAll } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import { type AsPerson, makeDemoAccounts, signedInAs } from '#test/signed-in.ts'
import * as evidence from './evidence/route.ts'
import * as revocation from './people/[id]/roles/revocation/route.ts'
import * as roles from './people/[id]/roles/route.ts'
import * as people from './people/route.ts'
import * as promotions from './promotions/route.ts'
import * as session from './session/route.ts'
import * as tokens from './tokens/route.ts'

let test: TestDatabase
let admin: AsPerson

beforeAll(async () => {
  test = await aReadyServer()
  await makeDemoAccounts()
  admin = await signedInAs('admin')
})
afterAll(() => test.close())

let made = 0

/** A new account, signed in. */
async function somebody() {
  made += 1
  const email = `person-${made}@example.test`
  const { status, document, text } = await callApi(people, {
    headers: { ...admin },
    body: { email, name: `Person ${made}`, password: 'a long password' },
  })
  if (status !== 201) throw new Error(text)
  return { id: document.id as string, email, headers: { ...(await signedInAs(email, 'a long password')) } }
}

const give = (id: string, body: object, as: AsPerson = admin) => callApi(roles, { params: { id }, headers: { ...as }, body })
const take = (id: string, body: object, as: AsPerson = admin) => callApi(revocation, { params: { id }, headers: { ...as }, body })
const idOf = async (name: string) => {
  const { document } = await callApi(people, { headers: { ...admin } })
  return document.items.find(({ email }: { email: string }) => email === `${name}@example.test`).id as string
}

describe('`GET session` says who is asking and what they may do', () => {
  it('nobody, a token, and a person', async () => {
    expect((await callApi(session)).document).toMatchObject({ kind: 'nobody', mayRead: true, may: ['makePlan'] })
    expect((await callApi(session, { headers: AS_CI })).document).toMatchObject({
      kind: 'token',
      identity: 'token:initial',
      scope: { gates: null, domains: null },
      may: expect.arrayContaining(['recordEvidence', 'recordPromotion', 'createToken']),
    })
    const { document } = await callApi(session, { headers: { ...(await signedInAs('release-manager')) } })
    expect(document).toMatchObject({
      kind: 'person',
      email: 'release-manager@example.test',
      roles: [{ role: 'release-manager', domain: null, grantedBy: 'server', coolingDownUntil: null }],
      may: expect.arrayContaining(['recordPromotion']),
    })
    expect(document.may).not.toContain('recordEvidence')
    expect(document.may).not.toContain('grantRole')
  })

  it('nobody again once they have signed out', async () => {
    const headers = { ...(await signedInAs('viewer')) }
    expect((await callApi(session, { headers })).document.kind).toBe('person')
    const out = await callApi(session, { method: 'DELETE', headers })
    expect([out.status, out.document.kind, out.headers.get('set-cookie')]).toEqual([
      200,
      'nobody',
      'lanekeeper=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
    expect((await callApi(session, { headers })).document.kind).toBe('nobody')
  })
})

describe('`POST session` signs in', () => {
  it('says no to a wrong password, and from the sixth that nothing is looked at, with Retry-After', async () => {
    const body = { email: 'nobody@example.test', password: 'wrong' }
    for (let at = 0; at < 5; at += 1) {
      expect((await callApi(session, { body })).document).toMatchObject({ status: 401, code: 'sign-in-refused' })
    }
    const refused = await callApi(session, { body })
    expect([refused.status, refused.document.code]).toEqual([429, 'too-many-attempts'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(refused.headers.get('set-cookie')).toBeNull()
  })

  it.each([{}, { email: 'a@example.test' }, { email: '', password: 'x' }, { email: 'a@example.test', password: 'x', role: 'admin' }])(
    'takes an address and a password and nothing else: %j',
    async (body) => {
      expect((await callApi(session, { body })).status).toBe(422)
    },
  )

  it('is not sent by a page of another site', async () => {
    const body = { email: 'viewer@example.test', password: 'lanekeeper' }
    for (const origin of ['null', 'https://evil.example']) {
      expect((await callApi(session, { headers: { origin }, body })).status).toBe(403)
    }
  })
})

describe('an administrator gives roles, each for a domain or for all', () => {
  it('and the person has it at once, cooling down for 24 hours', async () => {
    const { id, headers } = await somebody()
    const given = await give(id, { role: 'release-manager', domain: 'platform-billing' })
    expect(given.status).toBe(201)
    const [role] = (await callApi(session, { headers })).document.roles
    expect(role).toMatchObject({ role: 'release-manager', domain: 'platform-billing', grantedBy: `person:${await idOf('admin')}` })
    expect(Date.parse(role.coolingDownUntil) - Date.parse(role.grantedAt)).toBe(COOL_DOWN_MS)
    expect((await take(id, { role: 'release-manager', domain: 'platform-billing' })).document.roles).toEqual([])
    expect((await callApi(session, { headers })).document.roles).toEqual([])
  })

  it('nobody to themselves, nor to a second account of their own address', async () => {
    const own = await idOf('admin')
    const second = await callApi(people, { headers: { ...admin }, body: { email: 'admin+2@example.test', name: 'Second' } })
    expect((await give(second.document.id, { role: 'architect' })).document).toMatchObject({ status: 403, code: 'role-refused' })
    for (const role of ['architect', 'viewer', 'admin']) {
      expect((await give(own, { role })).document).toMatchObject({ status: 403, code: 'role-refused' })
    }
    expect((await take(own, { role: 'admin' })).document).toMatchObject({ status: 403, code: 'role-refused' })
  })

  it('no one else does', async () => {
    const { id } = await somebody()
    for (const name of ['viewer', 'domain-owner', 'release-manager', 'architect', 'security-reviewer', 'governance-reviewer']) {
      expect((await give(id, { role: 'viewer' }, await signedInAs(name))).document).toMatchObject({ status: 403, code: 'forbidden' })
    }
    expect((await callApi(roles, { params: { id }, headers: AS_CI, body: { role: 'viewer' } })).status).toBe(403)
    expect((await callApi(roles, { params: { id }, body: { role: 'viewer' } })).status).toBe(401)
  })

  it('once each, and takes back only what is there', async () => {
    const { id } = await somebody()
    expect((await give(id, { role: 'architect' })).status).toBe(201)
    expect((await give(id, { role: 'architect' })).document).toMatchObject({ status: 409, code: 'role-held' })
    expect((await take(id, { role: 'architect', domain: 'platform-billing' })).document).toMatchObject({
      status: 409,
      code: 'role-not-held',
    })
  })

  it('not for a domain that there is not, to nobody, or one that there is not', async () => {
    const { id } = await somebody()
    expect((await give(id, { role: 'architect', domain: 'platform-biling' })).document).toMatchObject({
      status: 404,
      detail: expect.stringContaining('Did you mean platform-billing?'),
    })
    expect((await give('00000000-0000-4000-8000-000000000000', { role: 'viewer' })).document).toMatchObject({
      status: 404,
      code: 'person-unknown',
    })
    expect((await give("' OR 1=1", { role: 'viewer' })).document).toMatchObject({ status: 404, code: 'person-unknown' })
    expect((await give(id, { role: 'owner' })).document).toMatchObject({ status: 422, errors: [{ path: 'role' }] })
    expect((await give(id, { role: 'viewer', grantedBy: 'server' })).document).toMatchObject({
      status: 422,
      errors: [{ path: 'grantedBy' }],
    })
  })

  it('and keeps giving roles apart from deciding by them', async () => {
    const { id } = await somebody()
    expect((await give(id, { role: 'admin', domain: 'platform-billing' })).document).toMatchObject({ status: 403, code: 'role-refused' })
    expect((await give(id, { role: 'admin' })).status).toBe(201)
    for (const role of ['architect', 'release-manager', 'domain-owner', 'security-reviewer', 'governance-reviewer']) {
      expect((await give(id, { role })).document).toMatchObject({ status: 403, code: 'role-refused' })
    }
    expect((await give(id, { role: 'viewer' })).status).toBe(201)
    expect((await give(await idOf('architect'), { role: 'admin' })).document).toMatchObject({ status: 403, code: 'role-refused' })
    expect((await take(id, { role: 'admin' })).status).toBe(201)
  })

  it('all on record, with who did it', async () => {
    const { id } = await somebody()
    await give(id, { role: 'architect' })
    await take(id, { role: 'architect' })
    const { rows } = await test.database.pool.query(`SELECT canonical FROM audit_event WHERE canonical LIKE '%${id}%' ORDER BY sequence`)
    const entries = rows.map((row) => JSON.parse(row.canonical))
    const actor = `person:${await idOf('admin')}`
    expect(entries.filter(({ action }) => action !== 'session.started')).toMatchObject([
      { action: 'person.created', actor, subject: `person:${id}` },
      { action: 'role.granted', actor, details: { role: 'architect', domain: null } },
      { action: 'role.revoked', actor, details: { role: 'architect', domain: null } },
    ])
  })

  it('gives an account to an address once, however it is spelled', async () => {
    const body = { email: 'Viewer@Example.test', name: 'Second' }
    expect((await callApi(people, { headers: { ...admin }, body })).document).toMatchObject({ status: 409, code: 'person-exists' })
  })
})

describe('who promotes: a CI token, or a release manager of the domain', () => {
  it('the person is on record; another role, or another domain, is not enough', async () => {
    const content = newContent()
    await recordAll(content)
    const body = { domain: 'platform-billing', content }
    const promote = (as: AsPerson) => callApi(promotions, { headers: { ...as }, body })
    const { id, headers } = await somebody()
    await give(id, { role: 'release-manager', domain: 'gpuaas' })
    for (const name of ['viewer', 'domain-owner', 'architect', 'admin']) expect((await promote(await signedInAs(name))).status).toBe(403)
    expect((await promote(headers as unknown as AsPerson)).document).toMatchObject({ status: 403 })
    await give(id, { role: 'release-manager', domain: 'platform-billing' })
    expect(await promote(headers as unknown as AsPerson)).toMatchObject({ status: 201, document: { promotedBy: `person:${id}` } })
    await take(id, { role: 'release-manager', domain: 'platform-billing' })
    expect((await promote(headers as unknown as AsPerson)).status).toBe(403)
  })

  it('only what is eligible', async () => {
    const body = { domain: 'platform-billing', content: newContent() }
    const { status, document } = await callApi(promotions, { headers: { ...(await signedInAs('release-manager')) }, body })
    expect([status, document.code]).toEqual([409, 'not-eligible'])
  })
})

describe('an administrator makes tokens and posts no evidence', () => {
  it('whoever made a token counts as the author of what it posts, and of what its tokens post', async () => {
    const body = { name: 'deploy-bot', domains: ['platform-billing'], expiresInDays: 30 }
    const { status, document } = await callApi(tokens, { headers: { ...admin }, body })
    expect(status).toBe(201)
    const child = await callApi(tokens, { headers: { authorization: `Bearer ${document.token}` }, body })
    const { rows } = await test.database.pool.query(
      'SELECT id, owner_person_id AS owner, created_by AS by FROM api_token ORDER BY created_at',
    )
    const own = await idOf('admin')
    expect(rows.filter(({ id }) => id !== 'initial')).toEqual([
      { id: document.id, owner: own, by: `person:${own}` },
      { id: child.document.id, owner: own, by: `token:${document.id}` },
    ])
    expect((await callAsCi(tokens, { ...body, name: 'of-ci' })).status).toBe(201)
  })

  it('no person posts evidence, whatever their role', async () => {
    for (const name of ['admin', 'release-manager', 'domain-owner']) {
      expect((await callApi(evidence, { headers: { ...(await signedInAs(name)) }, body: {} })).status).toBe(403)
    }
  })
})
