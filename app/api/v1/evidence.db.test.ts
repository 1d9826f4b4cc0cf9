import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as candidate from './candidates/[contentId]/route.ts'
import * as candidates from './candidates/route.ts'
import * as revocation from './evidence/[id]/revocation/route.ts'
import * as one from './evidence/[id]/route.ts'
import * as evidence from './evidence/route.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await aReadyServer()
})
afterAll(() => test.close())

const UNIT = 'platform-billing/local/unit'
const post = (body: unknown, headers: Record<string, string> = {}) => callAsCi(evidence, body, { headers })
const aFailure = (gate: string, content: object, given: object = {}) => ({
  ...aPass(gate, content),
  result: 'failed',
  exitCode: 1,
  counts: { executed: 4, passed: 3, failed: 1, skipped: 0 },
  ...given,
})

const statusOf = async (contentId: string, gate = UNIT): Promise<string> => {
  const { document } = await callApi(candidate, { params: { contentId } })
  return document.gates.find((each: { gate: string }) => each.gate === gate).status
}

/** How much is recorded: what is refused must leave it as it is. */
async function recorded(): Promise<unknown> {
  const tables = ['evidence', 'candidate', 'commit_tree', 'audit_event', 'debt_line', 'idempotency_key']
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`)
  return (await test.database.pool.query(`SELECT ${counts.join(', ')}`)).rows[0]
}

const A_WHOLE_REPORT = {
  gate: UNIT,
  result: 'passed',
  profile: 'platform-control',
  command: 'go test ./packages/platform/billing -run "Ledger|Invoice"\n# „naïve“ 🚦',
  exitCode: 0,
  counts: { executed: 12, passed: 11, failed: 0, skipped: 1 },
  startedAt: '2026-11-20T08:00:00+02:00',
  finishedAt: '2026-11-20T06:03:00.250Z',
  artifacts: [{ name: 'coverage.out', sha256: 'a'.repeat(64), uri: 'https://ci.example.com/1187/coverage.out' }],
  ci: { provider: 'github', id: '1187', attempt: 2, url: 'https://ci.example.com/1187' },
  reason: 'TestSlow needs a GPU',
}

describe('`POST evidence` records what a gate reported', () => {
  it('answers 201 with the whole document, and reads it back as it was', async () => {
    const content = { ...newContent(), sha256: 'b'.repeat(64) }
    const { status, document, headers } = await post({ ...A_WHOLE_REPORT, content })
    expect(status).toBe(201)
    expect(document).toMatchObject({
      ...A_WHOLE_REPORT,
      content,
      domain: 'platform-billing',
      layer: 'domain-local',
      producer: { identity: 'token:initial', name: 'LANEKEEPER_INIT_CI_TOKEN' },
      gateDefinition: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      supersedes: [],
      runId: null,
      findings: null,
      revoked: null,
    })
    expect(headers.get('location')).toBe(`/api/v1/evidence/${document.id}`)
    expect((await callApi(one, { params: { id: document.id } })).document).toEqual(document)
    const { findings, ...listed } = document
    expect((await callApi(evidence)).document.items[0]).toEqual({ ...listed, findingCount: findings })
  })

  it('takes the least there can be, and any one name of the content', async () => {
    const { gitCommit, gitTree } = newContent()
    for (const content of [{ gitCommit }, { gitTree }, { sha256: 'c'.repeat(64) }, { gitCommit: 'e'.repeat(64) }]) {
      const { status, document } = await post({ gate: UNIT, result: 'passed', command: 'make unit', content })
      expect([status, document.content]).toEqual([201, content])
    }
  })

  it.each(REPORTED_RESULTS)('takes the result %s', async (result) => {
    const { status, document } = await post({
      ...aFailure(UNIT, newContent()),
      result,
      exitCode: result === 'passed' ? 0 : 1,
      counts: null,
    })
    expect([status, document.result]).toEqual([201, result])
  })

  it('joins the names that are given together: evidence for the commit, the tree and the digest is of one candidate', async () => {
    const content = { ...newContent(), sha256: 'd'.repeat(64) }
    await record(aPass(UNIT, content))
    for (const contentId of [content.gitCommit, content.gitTree, `sha256:${content.sha256}`]) {
      const { document } = await callApi(candidate, { params: { contentId: contentId.replace(':', '%3A') } })
      expect(document.content).toEqual(content)
      expect(document.names).toMatchObject({ contentId, commits: [content.gitCommit], trees: [content.gitTree], digests: [content.sha256] })
      expect(await statusOf(contentId)).toBe('passed')
    }
  })

  it('believes nothing of a commit that was named with two trees', async () => {
    const content = newContent()
    await record(aPass(UNIT, content))
    await record(aPass(UNIT, { gitCommit: content.gitCommit, gitTree: newContent().gitTree }))
    const { document } = await callApi(candidate, { params: { contentId: content.gitCommit } })
    expect(document.names.contradictions).toEqual([content.gitCommit])
    const needed = document.gates.filter(({ status }: { status: string }) => status !== 'not-applicable')
    expect(new Set(needed.map(({ status }: { status: string }) => status))).toEqual(new Set(['blocked']))
  })

  it('is for a CI token only', async () => {
    expect((await callApi(evidence, { body: aPass(UNIT, newContent()) })).status).toBe(401)
  })
})

describe('what was recorded is what it is judged by', () => {
  it.each([
    ['a pass without a test', aPass, { counts: { executed: 0, passed: 0, failed: 0, skipped: 0 } }, 'blocked'],
    ['a pass that left tests out without a reason', aPass, { counts: { executed: 4, passed: 4, failed: 0, skipped: 2 } }, 'partial'],
    ['a failure', aFailure, {}, 'failed'],
    ['an error', aFailure, { result: 'error' }, 'failed'],
    ['a reported skip', aFailure, { result: 'skipped', exitCode: null }, 'blocked'],
    ['a report that is partial', aFailure, { result: 'partial' }, 'partial'],
  ])('%s', async (_, kind, given, status) => {
    const content = newContent()
    await record(kind(UNIT, content, given))
    expect(await statusOf(content.gitCommit)).toBe(status)
  })

  it('pass then fail is failed at once, until a later pass of the same producer names the failing one', async () => {
    const content = newContent()
    await record(aPass(UNIT, content))
    const failing = await record(aFailure(UNIT, content))
    expect(await statusOf(content.gitCommit)).toBe('failed')
    await record(aPass(UNIT, content))
    expect(await statusOf(content.gitCommit)).toBe('failed')
    await record(aPass(UNIT, content, { supersedes: failing }))
    expect(await statusOf(content.gitCommit)).toBe('passed')
  })

  it('a higher attempt of the same run that passes is `flaky`', async () => {
    const content = newContent()
    await record(aFailure(UNIT, content, { ci: { provider: 'github', id: '7' } }))
    await record(aPass(UNIT, content, { ci: { provider: 'github', id: '7', attempt: 2 } }))
    const { document } = await callApi(candidate, { params: { contentId: content.gitCommit } })
    const gate = document.gates.find((each: { gate: string }) => each.gate === UNIT)
    expect([gate.status, gate.overlays]).toEqual(['passed', ['flaky']])
  })

  it('a plan that a token made for the commit says what it needs; one that anybody made narrows nothing', async () => {
    const { gitCommit } = newContent()
    const needed = async () =>
      (await callApi(candidate, { params: { contentId: gitCommit } })).document.gates.filter(
        ({ status }: { status: string }) => status !== 'not-applicable',
      ).length
    const all = await needed()
    const plans = await import('./plans/route.ts')
    const change = { files: ['packages/products/gpuaas/node.go'], head: gitCommit }
    await callApi(plans, { body: change })
    expect(await needed()).toBe(all)
    const { document: plan } = await callAsCi(plans, change)
    expect(await needed()).toBeLessThan(all)
    expect((await callApi(candidate, { params: { contentId: gitCommit } })).document.planId).toBe(plan.id)
  })
})

describe('201 new; 200 with `"replayed": true` for the same key and body; 409 for the same key with another body', () => {
  it('for one', async () => {
    const body = aPass(UNIT, newContent())
    const first = await post(body, { 'idempotency-key': 'one' })
    const before = await recorded()
    const again = await post(body, { 'idempotency-key': 'one' })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.document).toEqual({ ...first.document, replayed: true })
    const other = await post({ ...body, result: 'failed', exitCode: 1 }, { 'idempotency-key': 'one' })
    expect([other.status, other.document.code]).toEqual([409, 'idempotency-conflict'])
    expect(await recorded()).toEqual(before)
  })

  it('for a batch', async () => {
    const body = [aPass(UNIT, newContent()), aPass('platform-billing/local/ledger', newContent())]
    const first = await post(body, { 'idempotency-key': 'batch' })
    const again = await post(body, { 'idempotency-key': 'batch' })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.document).toEqual({ ...first.document, replayed: true })
    expect((await post(body.toReversed(), { 'idempotency-key': 'batch' })).status).toBe(409)
  })

  it('once for many that are sent at once', async () => {
    const body = aPass(UNIT, newContent())
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(body, { 'idempotency-key': 'at-once' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ document }) => document.id)).size).toBe(1)
  })
})

describe('a batch of at most 200 is recorded whole or not at all', () => {
  const batch = (length: number) => Array.from({ length }, () => aPass(UNIT, newContent()))

  it('answers `{ items }` in the order that was sent', async () => {
    const sent = batch(200)
    const { status, document } = await post(sent)
    expect(status).toBe(201)
    expect(document.items.map(({ content }: { content: object }) => content)).toEqual(sent.map(({ content }) => content))
    const sequences = document.items.map(({ sequence }: { sequence: number }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((a: number, b: number) => a - b))
  })

  it.each([
    ['a short SHA', { content: { gitCommit: 'abc1234' } }, '137.content.gitCommit'],
    ['an unknown gate', { gate: 'platform-billing/local/unity' }, '137.gate'],
    ['a pass that exited with 1', { exitCode: 1 }, '137.exitCode'],
    ['an unknown key', { approved: true }, '137.approved'],
    ['a run that was never announced', { runId: randomUUID() }, '137.runId'],
    ['an answer to nothing', { supersedes: [randomUUID()] }, '137.supersedes'],
    ['findings that cannot be read', { findings: 'nothing\there\n' }, '137.findings'],
    ['no object', null, '137'],
  ])('%s as one of 200 is named by its index, and nothing is stored', async (_, fault, path) => {
    const before = await recorded()
    const sent: unknown[] = batch(200)
    sent[137] = fault === null ? 7 : { ...aPass(UNIT, newContent()), ...fault }
    const { status, document } = await post(sent, { 'idempotency-key': randomUUID() })
    expect([status, document.errors[0].path]).toEqual([422, path])
    expect(await recorded()).toEqual(before)
  })

  it('names every bad element', async () => {
    const sent = batch(5).map((body, at) => (at % 2 === 1 ? { ...body, exitCode: 1 } : body))
    expect((await post(sent)).document.errors.map(({ path }: { path: string }) => path)).toEqual(['1.exitCode', '3.exitCode'])
  })

  it.each([
    ['none', []],
    ['201', batch(201)],
  ])('refuses %s', async (_, sent) => {
    const before = await recorded()
    expect((await post(sent)).status).toBe(422)
    expect(await recorded()).toEqual(before)
  })
})

describe('evidence is listed newest first', () => {
  it('by gate, result and content, page by page', async () => {
    const content = newContent()
    const ids: string[] = []
    for (let at = 0; at < 3; at += 1) ids.unshift(await record(aPass('platform-billing/evidence/slo', content)))
    ids.unshift(await record(aFailure('platform-billing/evidence/slo', content)))
    const list = async (search: string) => (await callApi(evidence, { search })).document
    const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)
    const all = await list(`?content=${content.gitCommit}`)
    expect([idsOf(all), all.next]).toEqual([ids, null])
    expect(idsOf(await list(`?content=${content.gitTree}&result=failed`))).toEqual(ids.slice(0, 1))
    expect(idsOf(await list('?gate=platform-billing/evidence/slo&result=passed&limit=3'))).toEqual(ids.slice(1))
    const first = await list(`?content=${content.gitCommit}&limit=3`)
    const second = await list(`?content=${content.gitCommit}&limit=3&cursor=${first.next}`)
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids)
    expect(second.next).toBeNull()
  })

  it('lists candidates as they were first named, the newest first', async () => {
    const content = newContent()
    await record(aPass(UNIT, content))
    await record(aPass(UNIT, content))
    const { items } = (await callApi(candidates, { search: '?limit=2' })).document
    expect(items[0]).toMatchObject({ contentId: content.gitCommit, content })
    expect(items[1].contentId).not.toBe(content.gitCommit)
  })

  it.each(['?gate=unit', '?result=green', '?content=abc1234', '?limit=0', '?page=2'])('refuses %s', async (search) => {
    expect((await callApi(evidence, { search })).status).toBe(400)
  })

  it('does not know an id that it never gave', async () => {
    for (const id of [randomUUID(), 'x', '', '\0', "' OR 1=1", randomUUID().toUpperCase()]) {
      const { status, document } = await callApi(one, { params: { id } })
      expect([status, document.code]).toEqual([404, 'evidence-unknown'])
    }
  })
})

describe('passing evidence can be revoked, failing evidence cannot', () => {
  const revoke = (id: string, reason: unknown = 'the runner was broken') => callAsCi(revocation, { reason }, { params: { id } })

  it('a revoked pass stays and counts for nothing', async () => {
    const content = newContent()
    const id = await record(aPass(UNIT, content))
    const { status, document } = await revoke(id)
    expect([status, document.revoked]).toEqual([201, { at: expect.any(String), by: 'token:initial', reason: 'the runner was broken' }])
    expect(await statusOf(content.gitCommit)).not.toBe('passed')
    expect((await callApi(one, { params: { id } })).document).toEqual(document)
    const again = await revoke(id, 'once more')
    expect([again.status, again.document.revoked]).toEqual([200, document.revoked])
  })

  it.each(REPORTED_RESULTS.filter((result) => result !== 'passed'))('%s: 409', async (result) => {
    const content = newContent()
    const id = await record(aFailure(UNIT, content, { result, counts: null }))
    const before = await statusOf(content.gitCommit)
    const { status, document } = await revoke(id)
    expect([status, document.code]).toEqual([409, 'evidence-failing'])
    expect(await statusOf(content.gitCommit)).toBe(before)
  })

  it('needs a reason, a token, and evidence that is there', async () => {
    const id = await record(aPass(UNIT, newContent()))
    expect((await revoke(id, '')).status).toBe(422)
    expect((await callApi(revocation, { body: { reason: 'x' }, params: { id } })).status).toBe(401)
    for (const unknown of [randomUUID(), 'x', '\0']) expect((await revoke(unknown)).status).toBe(404)
  })
})
