import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/api-call.ts'
import { anEmptyServer, callAsCi, newContent, record, sync } from '#test/api-server.ts'
import { aModelRequest } from '#test/builders/a-model-request.ts'
import { aPass, aReadyModelRequest } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as audit from './audit/route.ts'
import * as verification from './audit/verification/route.ts'
import * as board from './board/route.ts'
import * as candidate from './candidates/[contentId]/route.ts'
import * as candidates from './candidates/route.ts'
import * as debt from './debt/route.ts'
import * as domains from './domains/route.ts'
import * as one from './evidence/[id]/route.ts'
import * as evidence from './evidence/route.ts'
import * as guards from './guards/route.ts'
import * as promotions from './promotions/route.ts'
import * as runs from './runs/route.ts'
import * as skips from './skips/route.ts'
import * as tokens from './tokens/route.ts'

let test: TestDatabase

const UNIT = 'platform-billing/local/unit'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('`POST tokens` makes a token that may do less, for a while', () => {
  beforeAll(async () => {
    test = await anEmptyServer()
    await sync()
  })
  afterAll(() => test.close())

  const make = (body: object, headers: Record<string, string> = {}) =>
    callAsCi(tokens, { name: 'nightly', expiresInDays: 7, ...body }, { headers })
  const postAs = (token: string, gate: string) => callAsCi(evidence, aPass(gate, newContent()), { headers: bearer(token) })

  it('shows the secret once and keeps its hash', async () => {
    const { status, document } = await make({})
    expect(status).toBe(201)
    expect(document).toMatchObject({ name: 'nightly', gates: null, domains: null, token: expect.stringMatching(/^lk_/) })
    const rows = (await test.database.pool.query('SELECT * FROM api_token')).rows
    expect(JSON.stringify(rows)).not.toContain(document.token)
    expect((await postAs(document.token, UNIT)).document.producer).toEqual({ identity: `token:${document.id}`, name: 'nightly' })
  })

  it.each([
    ['gates', { gates: [UNIT] }, [201, 403, 403]],
    ['domains', { domains: ['platform-billing'] }, [201, 201, 403]],
    ['the global gates', { domains: ['global'] }, [403, 403, 201]],
  ])('one for some %s may post for no others', async (_, scope, statuses) => {
    const { document } = await make(scope)
    const gates = [UNIT, 'platform-billing/local/ledger', 'global/contracts']
    const answers = await Promise.all(gates.map((gate) => postAs(document.token, gate)))
    expect(answers.map(({ status }) => status)).toEqual(statuses)
    for (const answer of answers.filter(({ status }) => status === 403)) {
      expect([answer.document.code, answer.document.errors[0].path]).toEqual(['not-authorised', 'gate'])
    }
    const batch = gates.map((gate) => aPass(gate, newContent()))
    expect((await callAsCi(evidence, batch, { headers: bearer(document.token) })).status).toBe(403)
  })

  it('never makes a wider one', async () => {
    const { document } = await make({ domains: ['platform-billing'], gates: [UNIT] })
    const wider = await make({ domains: ['platform-billing', 'gpuaas'] }, bearer(document.token))
    expect([wider.status, wider.document.code]).toEqual([403, 'not-authorised'])
    expect((await make({ name: 'release' }, bearer(document.token))).status).toBe(403)
    const same = await make({}, bearer(document.token))
    expect([same.status, same.document.gates]).toEqual([201, [UNIT]])
  })

  it.each([
    ['no name', { name: '' }, 'name'],
    ['a name that turns text around', { name: 'a\u202eb' }, 'name'],
    ['91 days', { expiresInDays: 91 }, 'expiresInDays'],
    ['no day', { expiresInDays: 0 }, 'expiresInDays'],
    ['no end', { expiresInDays: undefined }, 'expiresInDays'],
    ['no gates at all', { gates: [] }, 'gates'],
    ['a gate that is none', { gates: ['unit'] }, 'gates.0'],
    ['a role', { role: 'admin' }, 'role'],
  ])('refuses %s', async (_, given, path) => {
    const { status, document } = await make(given)
    expect([status, document.errors[0].path]).toEqual([422, path])
  })

  it('does not answer a retry without the secret', async () => {
    const headers = { 'idempotency-key': 'token-1' }
    expect((await make({}, headers)).status).toBe(201)
    const again = await make({}, headers)
    expect([again.status, again.document.code]).toEqual([409, 'idempotency-conflict'])
    const kept = (await test.database.pool.query('SELECT count(*)::int AS n FROM api_token')).rows[0].n
    await make({}, headers)
    expect((await test.database.pool.query('SELECT count(*)::int AS n FROM api_token')).rows[0].n).toBe(kept)
  })
})

describe('every accepted request has one entry in the audit chain', () => {
  beforeAll(async () => {
    test = await anEmptyServer()
    await sync()
  })
  afterAll(() => test.close())

  const entries = async () => (await callApi(audit, { search: '?limit=200' })).document.items
  const newest = async () => JSON.parse((await entries())[0].canonical)

  it('also for a batch; none for what is refused, replayed or read', async () => {
    const before = (await entries()).length
    const headers = { 'idempotency-key': 'k' }
    const batch = [aPass(UNIT, newContent()), aPass(UNIT, newContent())]
    await callAsCi(evidence, batch, { headers })
    await callAsCi(evidence, batch, { headers })
    await callAsCi(evidence, { ...aPass(UNIT, newContent()), exitCode: 1 })
    await callApi(board)
    expect((await entries()).length).toBe(before + 1)
    expect(await newest()).toMatchObject({ action: 'evidence.recorded', actor: 'token:initial', repository: 'acme' })
  })

  it('newest first, page by page, without a gap', async () => {
    for (let at = 0; at < 3; at += 1) await record(aPass(UNIT, newContent()))
    const first = (await callApi(audit, { search: '?limit=2' })).document
    const second = (await callApi(audit, { search: `?limit=200&cursor=${first.next}` })).document
    const sequences = [...first.items, ...second.items].map(({ sequence }) => sequence)
    expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, at) => sequences.length - at))
  })

  it('the chain verifies, and names the head', async () => {
    const { document } = await callApi(verification)
    const [head] = await entries()
    expect(document).toMatchObject({
      verified: true,
      entries: head.sequence,
      head: { sequence: head.sequence, hash: head.hash },
      firstBad: null,
    })
  })

  it('what judges says how much of it was looked at', async () => {
    const before = (await callApi(board)).document.sequence
    expect(before).toBe((await entries())[0].sequence)
    await record(aPass(UNIT, newContent()))
    expect((await callApi(board)).document.sequence).toBe(before + 1)
  })
})

describe('with several repositories each is for itself, and `?repository=` says which', () => {
  let id: string
  const content = newContent()
  const inAcme = '?repository=acme'
  beforeAll(async () => {
    test = await anEmptyServer()
    await sync()
    id = await record(aPass(UNIT, content))
    await sync(aModelRequest('beta'))
  })
  afterAll(() => test.close())

  const READ = [
    ['board', board, {}],
    ['domains', domains, {}],
    ['evidence', evidence, {}],
    ['candidates', candidates, {}],
    ['a candidate', candidate, { params: { contentId: content.gitCommit } }],
    ['debt', debt, {}],
    ['skips', skips, {}],
    ['promotions', promotions, {}],
    ['guards', guards, {}],
  ] as const

  it.each(READ)('%s', async (_, handlers, call) => {
    const { status, document } = await callApi(handlers, call)
    expect([status, document.code]).toEqual([422, 'repository-required'])
    expect((await callApi(handlers, { ...call, search: inAcme })).status).toBe(200)
  })

  it('evidence of one is none of the other', async () => {
    expect((await callApi(one, { params: { id }, search: inAcme })).status).toBe(200)
    expect((await callApi(one, { params: { id }, search: '?repository=beta' })).status).toBe(404)
    const other = await callApi(candidate, { params: { contentId: content.gitCommit }, search: '?repository=beta' })
    expect(other.document.names.trees).toEqual([])
    expect((await callApi(evidence, { search: '?repository=beta' })).document.items).toEqual([])
  })

  it.each([
    ['evidence', evidence, aPass(UNIT, content)],
    ['runs', runs, { profile: 'platform-control', content, gates: [UNIT] }],
    ['skips', skips, { gate: UNIT, profile: 'platform-control', content, reason: 'x' }],
    ['promotions', promotions, { domain: 'platform-billing', content }],
  ] as const)('POST %s', async (_, handlers, body) => {
    expect((await callAsCi(handlers, body)).document.code).toBe('repository-required')
    expect([201, 409]).toContain((await callAsCi(handlers, body, { search: inAcme })).status)
  })
})

describe('a server without a model says so', () => {
  beforeAll(async () => {
    test = await anEmptyServer()
  })
  afterAll(() => test.close())

  it.each([
    ['board', () => callApi(board)],
    ['domains', () => callApi(domains)],
    ['a candidate', () => callApi(candidate, { params: { contentId: 'a'.repeat(40) } })],
    ['evidence', () => callAsCi(evidence, aPass(UNIT, newContent()))],
    ['debt', () => callApi(debt)],
  ])('%s', async (_, call) => {
    const { status, document } = await call()
    expect([status, document.code]).toEqual([404, 'no-model'])
  })

  it('the audit chain is empty and whole', async () => {
    expect((await callApi(audit)).document).toEqual({ items: [], next: null })
    expect((await callApi(verification)).document).toMatchObject({ verified: true, entries: 0, head: null, firstBad: null })
  })
})

describe('who may read: a CI token, or anybody where reading is public', () => {
  beforeAll(async () => {
    test = await anEmptyServer()
    await sync(aReadyModelRequest())
  })
  afterAll(() => test.close())

  it('a page of another site writes nothing', async () => {
    const headers = { origin: 'https://evil.example' }
    for (const [handlers, body] of [
      [evidence, aPass(UNIT, newContent())],
      [tokens, { name: 'x', expiresInDays: 1 }],
    ] as const) {
      expect((await callAsCi(handlers, body, { headers })).document.code).toBe('foreign-origin')
    }
  })
})
