import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, recordAll, sync } from '#test/api-server.ts'
import {
  ALLOWED_DEBT,
  aPass,
  aReadyModelRequest,
  BILLING_LANE,
  PACKETS,
  READY_LANE,
  READY_PACKET,
} from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as board from './board/route.ts'
import * as eligibility from './domains/[id]/eligibility/route.ts'
import * as evidence from './evidence/route.ts'
import * as promotions from './promotions/route.ts'

let test: TestDatabase
const READY = newContent()

beforeAll(async () => {
  test = await aReadyServer()
  await recordAll(READY)
})
afterAll(() => test.close())

const promote = (content: object, domain = 'platform-billing') => callAsCi(promotions, { domain, content })
const judge = (contentId: string) => callApi(eligibility, { params: { id: 'platform-billing' }, search: `?commit=${contentId}` })

/** The unmet items as a promotion names them; empty when it is recorded. Eligibility and the board must say the same. */
async function unmetOf(content: { readonly gitCommit: string }): Promise<readonly string[]> {
  const { status, document } = await promote(content)
  expect([201, 409]).toContain(status)
  const judged = await judge(content.gitCommit)
  const row = (await callApi(board, { search: `?commit=${content.gitCommit}` })).document.rows[0]
  const unmet = status === 201 ? [] : document.unmet
  expect(judged.document.unmet).toEqual(unmet)
  expect(judged.document.verdict).toBe(status === 201 ? 'eligible' : 'not-eligible')
  expect(row.verdict).toBe(judged.document.verdict)
  expect(row.cells.map(({ id, status: each }: { id: string; status: string }) => [id, each])).toEqual(
    judged.document.items.map(({ id, status: each }: { id: string; status: string }) => [id, each]),
  )
  return unmet
}

/** For each item, one way in which it alone is unmet: another model, or other evidence. */
const ALONE: Readonly<Record<(typeof ELIGIBILITY_ITEMS)[number], Parameters<typeof aReadyModelRequest>[0]>> = {
  'extraction-decision': {
    packet: { decision: 'decision: { recommendation: keep, decided_on: 2026-11-19, document: doc/decisions/billing.md }' },
  },
  'service-auth': { packet: { auth: READY_PACKET.auth.replace('approved', 'proposed') } },
  'degradation-harness': { without: ['doc/billing-degradation.md'] },
  'rollback-tested': { packet: { rollback: READY_PACKET.rollback.replace('--to previous', '--to last') } },
  'profile-gates': { sources: { [BILLING_LANE]: READY_LANE.replace('make ledger', 'make ledger-all') } },
  'consumer-smokes': { packet: { consumers: 'supported_consumers: [gpuaas, app-platform]' } },
  'status-slo': { packet: { status: 'statusops: { gate: platform-billing/evidence/slo }' } },
  'boundary-guards': { packet: { guard: 'boundary_guard: { mode: warning, gate: global/boundary_guard }' } },
}

describe('`POST promotions` records an independent promotion; 409 with the unmet items unless the domain is eligible at that moment', () => {
  it('records it when all eight items are met', async () => {
    const { status, document } = await promote(READY)
    expect(status).toBe(201)
    expect(document).toMatchObject({ domain: 'platform-billing', content: READY })
    expect((await callApi(promotions)).document.items[0]).toMatchObject({ id: document.id, domain: 'platform-billing' })
    expect(await unmetOf(READY)).toEqual([])
  })

  it.each(ELIGIBILITY_ITEMS)('%s made the only unmet one: 409 naming just it', async (item) => {
    await sync(aReadyModelRequest(ALONE[item]))
    expect(await unmetOf(READY)).toEqual([item])
    await sync()
    expect(await unmetOf(READY)).toEqual([])
  })

  it('names every item that is not met, in the order of the operating model', async () => {
    const { status, document } = await promote(newContent())
    expect([status, document.code]).toEqual([409, 'not-eligible'])
    expect(document.unmet).toEqual(ELIGIBILITY_ITEMS.filter((item) => !['extraction-decision', 'service-auth'].includes(item)))
  })

  it.each([
    ['an empty caller list without a reason', { packet: { callers: 'cross_process_callers: []', auth: '' } }, 'service-auth'],
    ['no caller list', { packet: { callers: '', auth: '' } }, 'service-auth'],
    ['an empty consumer list without a reason', { packet: { consumers: 'supported_consumers: []' } }, 'consumer-smokes'],
    ['a lane without smokes', { sources: { [BILLING_LANE]: READY_LANE.replace(/ {2}consumer_smokes:\n.*\n/, '') } }, 'consumer-smokes'],
    ['no packets at all', { sources: { [PACKETS]: '' } }, 'extraction-decision'],
  ])('%s: not eligible', async (_, given, item) => {
    await sync(aReadyModelRequest(given))
    const { status, document } = await promote(READY)
    expect([status, document.code]).toEqual([409, 'not-eligible'])
    if (document.unmet.length > 0) expect(document.unmet).toContain(item)
    await sync()
  })

  it('a guard that never ran: not eligible', async () => {
    const content = newContent()
    await recordAll(content, { 'global/boundary_guard': null })
    expect(await unmetOf(content)).toEqual(['profile-gates', 'boundary-guards'])
  })

  it('a new finding in place of a known one: not eligible, though the count is the same', async () => {
    const row = 'old-2\tboundary_guard\tno-cross-import\tpackages/platform/billing/new.go\t2026-11-24\n'
    const content = newContent()
    await recordAll(content, { 'global/boundary_guard': { findings: `fingerprint\tguard\trule\tpath\tfirst_seen\n${row}` } })
    expect(await unmetOf(content)).toContain('boundary-guards')
  })

  it('findings of the baseline and of the allowed debt do not stand in the way until their day is over', async () => {
    const rows = ['old-1', 'debt-1'].map((id) => `${id}\tboundary_guard\tno-cross-import\tpackages/platform/billing/old.go\t2026-01-10\n`)
    const content = newContent()
    await recordAll(content, { 'global/boundary_guard': { findings: `fingerprint\tguard\trule\tpath\tfirst_seen\n${rows.join('')}` } })
    expect(await unmetOf(content)).toEqual([])
    const expired = 'fingerprint\towner\treason\texpires\tfairway_task\ndebt-1\t@billing\tbeing moved\t2026-01-01\tPSSM-BILLING-9\n'
    await sync(aReadyModelRequest({ sources: { [ALLOWED_DEBT]: expired } }))
    expect(await unmetOf(content)).toContain('boundary-guards')
    await sync()
  })

  it('failing evidence that comes after it was ready turns it off', async () => {
    const content = newContent()
    await recordAll(content)
    expect(await unmetOf(content)).toEqual([])
    const failure = { ...aPass('platform-billing/local/unit', content), result: 'failed', exitCode: 1, counts: undefined }
    expect((await callAsCi(evidence, failure)).status).toBe(201)
    expect(await unmetOf(content)).toEqual(['profile-gates'])
  })

  it('looks at evidence of this very source: a commit counts from when CI has named it with the tree, not because a promotion says so', async () => {
    const content = newContent()
    await recordAll(content)
    const rebased = { gitCommit: newContent().gitCommit, gitTree: content.gitTree }
    expect((await promote({ gitTree: content.gitTree })).status).toBe(201)
    expect((await promote(rebased)).status).toBe(409)
    await record(aPass('platform-billing/local/unit', rebased))
    expect((await promote(rebased)).status).toBe(201)
    expect((await promote(newContent())).status).toBe(409)
  })

  it('does not know a domain without a lane', async () => {
    const { status, document } = await promote(READY, 'platform-biling')
    expect([status, document.code]).toEqual([404, 'domain-unknown'])
    expect(document.detail).toContain('platform-billing')
  })
})
