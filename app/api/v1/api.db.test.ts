import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { AS_CI, CI_TOKEN, callApi, keepTestSettings } from '#test/api-call.ts'
import { aModelRequest, PACKAGE_MAP } from '#test/builders/a-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import * as current from './models/current/route.ts'
import * as models from './models/route.ts'
import * as coverage from './ownership/coverage/route.ts'
import * as resolve from './ownership/resolve/route.ts'
import * as plan from './plans/[id]/route.ts'
import * as plans from './plans/route.ts'

let test: TestDatabase

async function anEmptyServer(): Promise<void> {
  test = await openTestDatabase()
  await ask((session) => registerInitialToken(session, createHash('sha256').update(CI_TOKEN).digest('hex')))
}

const sync = (repository?: string, sources?: Record<string, string>, headers: Record<string, string> = {}) =>
  callApi(models, { body: aModelRequest(repository, sources), headers: { ...AS_CI, ...headers } })

const rowsOf = async (table: 'model' | 'plan' | 'idempotency_key') => (await test.database.pool.query(`SELECT * FROM ${table}`)).rows.length

const BILLING = { files: ['packages/platform/billing/ledger.go'] }

beforeAll(() => keepTestSettings())

describe('a server that has no model yet', () => {
  beforeAll(anEmptyServer)
  afterAll(() => test.close())

  it.each([
    ['plans', () => callApi(plans, { body: BILLING })],
    ['the list of plans', () => callApi(plans)],
    ['the current model', () => callApi(current)],
    ['ownership', () => callApi(resolve, { search: '?path=a' })],
    ['coverage', () => callApi(coverage)],
  ])('says so for %s, and how one gets there', async (_, call) => {
    const { status, document } = await call()
    expect([status, document.code]).toEqual([404, 'no-model'])
    expect(document.detail).toContain('lanekeeper sync')
  })
})

describe('`POST models` stores the compiled operating model of a repository, `GET models/current` reads it', () => {
  beforeAll(anEmptyServer)
  afterAll(() => test.close())

  it('compiles what was sent itself, and answers the digest and what is wrong', async () => {
    const { status, document } = await sync()
    expect(status).toBe(201)
    expect(document).toMatchObject({ repository: 'acme', modelDigest: expect.stringMatching(/^sha256:/) })
    const { document: read } = await callApi(current)
    expect(read).toMatchObject({
      repository: 'acme',
      digest: document.modelDigest,
      createdAt: document.createdAt,
      diagnostics: document.diagnostics,
    })
    expect(read.lanes[0]).toMatchObject({ domainId: 'platform-billing' })
  })

  it('does not store the same model of the same tree twice', async () => {
    const before = await rowsOf('model')
    const { status, document } = await sync()
    expect([status, document.replayed]).toEqual([200, true])
    expect(await rowsOf('model')).toBe(before)
  })

  it('stores one of many that are sent at once', async () => {
    const before = await rowsOf('model')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => sync('acme', { [PACKAGE_MAP]: '| Domain | Path |\n| --- | --- |\n| a | `a/**` |\n' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    expect(await rowsOf('model')).toBe(before + 1)
    await sync()
  })

  it('stores the same files again when the tracked paths have changed: coverage is another', async () => {
    const request = aModelRequest()
    const { status } = await callApi(models, { body: { ...request, tree: [...request.tree, 'new.go'] }, headers: AS_CI })
    expect(status).toBe(201)
    expect((await callApi(coverage)).document.files).toBe(request.tree.length + 1)
    await sync()
  })

  it('takes a faulty model: its faults bring broad gates, the one before would hide them', async () => {
    const { status, document } = await sync('acme', { [PACKAGE_MAP]: 'a map with a \0 in it' })
    expect(status).toBe(201)
    expect(document.diagnostics).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'error', file: PACKAGE_MAP })]))
    const planned = await callApi(plans, { body: BILLING })
    expect(planned.document.unmapped).toEqual(BILLING.files)
    await sync()
  })

  it('refuses a model that says it is of another repository', async () => {
    const { status, document } = await callApi(models, { body: { ...aModelRequest('acme'), repository: 'other' }, headers: AS_CI })
    expect([status, document.code, document.errors[0].path]).toEqual([422, 'repository-mismatch', 'repository'])
  })

  it('is for a CI token only', async () => {
    expect((await callApi(models, { body: aModelRequest() })).status).toBe(401)
    expect((await callApi(models, { body: aModelRequest(), headers: { authorization: 'Bearer another' } })).status).toBe(401)
  })
})

describe('`POST plans` answers the same document as `plan --json`, and keeps it', () => {
  beforeAll(async () => {
    await anEmptyServer()
    await sync()
  })
  afterAll(() => test.close())

  it('routes a change with every chain, and says where the plan is from then on', async () => {
    const { status, document, headers } = await callApi(plans, { body: BILLING })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/v1/plans/${document.id}`)
    expect(document.files[0]).toMatchObject({ path: BILLING.files[0], domains: ['platform-billing'], classes: ['shared-service'] })
    expect(document.gates.map(({ id }: { id: string }) => id)).toContain('global/boundary_guard')
  })

  it('gives the kept plan back byte for byte', async () => {
    const made = await callApi(plans, {
      body: { files: ['odd \u202e "name"\n.go', 'tools/x.sh'], profile: 'platform-control', head: 'a'.repeat(40) },
    })
    const read = await callApi(plan, { params: { id: made.document.id } })
    expect([read.status, read.text]).toEqual([200, made.text])
  })

  it('keeps a plan as it was answered when the model changes', async () => {
    const made = await callApi(plans, { body: BILLING })
    await sync('acme', { [PACKAGE_MAP]: '| Domain | Path |\n| --- | --- |\n| other | `packages/**` |\n' })
    expect((await callApi(plan, { params: { id: made.document.id } })).text).toBe(made.text)
    expect((await callApi(plans, { body: BILLING })).document.domains).toEqual(['other'])
    await sync()
  })

  it('plans a unified diff, both paths of a rename', async () => {
    const diff =
      'diff --git a/tools/x.sh b/packages/platform/billing/x.sh\nsimilarity index 100%\nrename from tools/x.sh\nrename to packages/platform/billing/x.sh\n'
    const { document } = await callApi(plans, { body: { diff } })
    expect(document.files.map(({ path, change }: { path: string; change: string }) => [path, change])).toEqual([
      ['tools/x.sh', 'renamed'],
      ['packages/platform/billing/x.sh', 'renamed'],
    ])
    expect(document.unmapped).toEqual(['tools/x.sh'])
  })

  it('counts the other path of a rename that a client left out: both owners must know', async () => {
    const renamed = { path: 'tools/y.sh', change: 'renamed', from: 'packages/platform/billing/y.sh' }
    const { document } = await callApi(plans, { body: { files: [renamed] } })
    expect(document.domains).toEqual(['platform-billing'])
    expect(document.files).toHaveLength(2)
  })

  it('plans an empty change with broad gates: it is what a failed command leaves behind', async () => {
    const { status, document } = await callApi(plans, { body: { files: [] } })
    expect(status).toBe(201)
    expect(document.gates.length).toBeGreaterThan(5)
    expect(document.diagnostics.map(({ code }: { code: string }) => code)).toContain('change-empty')
  })

  it('keeps a path outside the repository in the list, with an error and broad gates', async () => {
    const { document } = await callApi(plans, { body: { files: ['../secret', '/etc/passwd', './tools/x.sh'] } })
    expect(document.files.map(({ path }: { path: string }) => path)).toEqual(['../secret', '/etc/passwd', 'tools/x.sh'])
    expect(document.diagnostics.filter(({ code }: { code: string }) => code === 'path-outside')).toHaveLength(2)
  })

  it('refuses a profile that is misspelled, and names the one that was meant', async () => {
    const { status, document } = await callApi(plans, { body: { ...BILLING, profile: 'platform-contol' } })
    expect([status, document.code, document.errors[0].path]).toEqual([422, 'profile-unknown', 'profile'])
    expect(document.detail).toContain('platform-control')
  })

  it('refuses what is no diff at all, and says why', async () => {
    const { status, document } = await callApi(plans, { body: { diff: 'hello\nworld\n' } })
    expect([status, document.code]).toEqual([422, 'invalid-diff'])
  })

  it('has no plan for an id that it never gave', async () => {
    for (const id of [randomUUID(), 'x', '', '\0', "' OR 1=1", randomUUID().toUpperCase(), '../models/current']) {
      const { status, document } = await callApi(plan, { params: { id } })
      expect([status, document.code, document.detail]).toEqual([404, 'plan-unknown', 'No plan has this id.'])
    }
  })

  it('answers at most one answer per Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'k-1' }
    const before = await rowsOf('plan')
    const first = await callApi(plans, { body: BILLING, headers })
    const again = await callApi(plans, { body: BILLING, headers })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.document).toEqual({ ...first.document, replayed: true })
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const other = await callApi(plans, { body: { files: ['tools/x.sh'] }, headers })
    expect([other.status, other.document.code]).toEqual([409, 'idempotency-conflict'])
    expect((await callApi(plans, { body: BILLING, headers: { ...headers, ...AS_CI } })).status).toBe(201)
    expect(await rowsOf('plan')).toBe(before + 2)
  })

  it('keeps one plan of a request that is sent many times at once under a key', async () => {
    const before = await rowsOf('plan')
    const sent = Array.from({ length: 8 }, () => callApi(plans, { body: BILLING, headers: { 'idempotency-key': 'at-once' } }))
    const answers = await Promise.all(sent)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ document }) => document.id)).size).toBe(1)
    expect(await rowsOf('plan')).toBe(before + 1)
  })

  it('does not bind a key to a refusal: what was refused can be sent right', async () => {
    const headers = { 'idempotency-key': 'second-try' }
    expect((await callApi(plans, { body: { ...BILLING, profile: 'no' }, headers })).status).toBe(422)
    expect((await callApi(plans, { body: BILLING, headers })).status).toBe(201)
  })

  it('lists plans newest first, page by page, with counts', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.unshift((await callApi(plans, { body: BILLING })).document.id)
    const first = await callApi(plans, { search: '?limit=2' })
    const second = await callApi(plans, { search: `?limit=3&cursor=${first.document.next}` })
    const listed = [...first.document.items, ...second.document.items]
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(listed[0]).toMatchObject({
      repository: 'acme',
      files: 1,
      unmapped: 0,
      reviews: 0,
      classes: ['shared-service'],
      domains: ['platform-billing'],
    })
  })

  it.each([
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?limit=-1',
    '?limit=1e2',
    '?cursor=',
    '?cursor=%00',
    '?cursor=a%20b',
    '?offset=2',
    '?limit=2&limit=3',
  ])('refuses %s by name', async (search) => {
    const { status, document } = await callApi(plans, { search })
    expect(status).toBe(400)
    expect(document.errors[0].path).toMatch(/^(limit|cursor|offset)$/)
  })

  it('shows an empty page for a cursor that it never gave, however large', async () => {
    for (const cursor of ['0', 'NOT-OURS', '-', 'z'.repeat(12), 'z'.repeat(40)]) {
      expect((await callApi(plans, { search: `?cursor=${cursor}` })).status).toBe(200)
    }
  })
})

describe('`GET ownership/*` answers from the current model', () => {
  beforeAll(async () => {
    await anEmptyServer()
    await sync()
  })
  afterAll(() => test.close())

  it('names the owners of a path with map file and line', async () => {
    const { document } = await callApi(resolve, { search: '?path=packages/platform/billing/ledger.go' })
    expect(document.owners).toEqual([
      { map: 'package', file: PACKAGE_MAP, line: 5, pattern: 'packages/platform/billing/**', domain: 'platform-billing' },
    ])
    const written = await callApi(resolve, { search: '?path=./packages/platform/billing/api/' })
    expect(written.document).toMatchObject({ path: 'packages/platform/billing/api', domains: ['platform-billing'] })
  })

  it('says that nobody owns what no map names', async () => {
    const { document } = await callApi(resolve, { search: '?path=tools/x.sh' })
    expect(document).toMatchObject({ owners: [], domains: [], classes: ['unmapped'] })
  })

  it.each(['', '?path=', '?path=%00', '?path=a&x=1', '?path=a&repository='])('refuses %j by name', async (search) => {
    expect((await callApi(resolve, { search })).status).toBe(400)
  })

  it('measures how much is owned', async () => {
    const { document } = await callApi(coverage)
    expect(document).toMatchObject({ repository: 'acme', files: aModelRequest().tree.length })
    expect(document.unmapped).toContain('tools/x.sh')
    expect(document.owned + document.unmappedCount).toBe(document.files)
  })
})

describe('without a repository named, the API answers for the only one there is; with several, `?repository=` is required', () => {
  beforeAll(async () => {
    await anEmptyServer()
    await sync('acme')
    await sync('beta', { [PACKAGE_MAP]: '| Domain | Path |\n| --- | --- |\n| beta-domain | `**` |\n' })
  })
  afterAll(() => test.close())

  it.each([
    ['plans', () => callApi(plans, { body: BILLING })],
    ['the list of plans', () => callApi(plans)],
    ['the current model', () => callApi(current)],
    ['ownership', () => callApi(resolve, { search: '?path=a' })],
    ['coverage', () => callApi(coverage)],
  ])('asks which one for %s, naming them', async (_, call) => {
    const { status, document } = await call()
    expect([status, document.code]).toEqual([422, 'repository-required'])
    expect(document.detail).toMatch(/acme, beta/)
  })

  it('keeps the repositories apart', async () => {
    const made = await callApi(plans, { body: BILLING, search: '?repository=beta' })
    expect(made.document).toMatchObject({ repository: 'beta', domains: ['beta-domain'] })
    expect((await callApi(plans, { search: '?repository=beta' })).document.items).toHaveLength(1)
    expect((await callApi(plans, { search: '?repository=acme' })).document.items).toHaveLength(0)
    expect((await callApi(current, { search: '?repository=acme' })).document.repository).toBe('acme')
  })

  it('does not know one that nobody has sent', async () => {
    const { status, document } = await callApi(current, { search: '?repository=gamma' })
    expect([status, document.code]).toEqual([404, 'repository-unknown'])
  })
})

describe('who may read', () => {
  beforeAll(async () => {
    await anEmptyServer()
    await sync()
    keepTestSettings({ LANEKEEPER_PUBLIC_READ: '0' })
  })
  afterAll(async () => {
    keepTestSettings()
    await test.close()
  })

  it.each([
    ['plans', () => [callApi(plans, { body: BILLING }), callApi(plans, { body: BILLING, headers: AS_CI })]],
    ['the list of plans', () => [callApi(plans), callApi(plans, { headers: AS_CI })]],
    ['a plan', () => [callApi(plan, { params: { id: randomUUID() } }), callApi(plan, { params: { id: randomUUID() }, headers: AS_CI })]],
    ['the current model', () => [callApi(current), callApi(current, { headers: AS_CI })]],
    ['ownership', () => [callApi(resolve, { search: '?path=a' }), callApi(resolve, { search: '?path=a', headers: AS_CI })]],
    ['coverage', () => [callApi(coverage), callApi(coverage, { headers: AS_CI })]],
  ])('needs a token for %s when reading is not public; a CI token may also read', async (_, call) => {
    const [anonymous, token] = await Promise.all(call())
    expect(anonymous?.status).toBe(401)
    expect([200, 201, 404]).toContain(token?.status)
  })
})
