import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '#lib/model/audit.ts'
import { readAuditRecord } from '#lib/model/audit-record.ts'
import { verifyChain } from '#lib/rules/audit/verify-chain.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as exported from './audit/export/route.ts'
import * as audit from './audit/route.ts'
import * as evidence from './evidence/route.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await aReadyServer()
  for (let more = 0; more < 3; more += 1) await callAsCi(evidence, aPass('platform-billing/local/unit', newContent()))
})
afterAll(() => test.close())

describe('`GET audit?action=` lists one kind of entry', () => {
  it('page by page, and nothing else', async () => {
    const first = (await callApi(audit, { search: '?action=evidence.recorded&limit=2' })).document
    const rest = (await callApi(audit, { search: `?action=evidence.recorded&cursor=${first.next}` })).document
    const actions = [...first.items, ...rest.items].map((entry: AuditEntry) => readAuditRecord(entry)?.action)
    expect(actions).toEqual(['evidence.recorded', 'evidence.recorded', 'evidence.recorded'])
    expect(rest.next).toBeNull()
  })

  it('refuses one that there is not', async () => {
    expect(await callApi(audit, { search: '?action=evidence.deleted' })).toMatchObject({ status: 400 })
  })
})

describe('`GET audit/export` gives the whole chain to be verified elsewhere', () => {
  async function save(query: Record<string, string> = {}) {
    const address = `http://lanekeeper.test/api/v1/audit/export?${new URLSearchParams(query)}`
    const response = await exported.GET(new Request(address), { params: Promise.resolve(undefined) })
    return { response, text: await response.text() }
  }

  function isWhole(entries: readonly AuditEntry[]): boolean {
    const chain = verifyChain()
    for (const entry of entries) chain.add(entry)
    return chain.result().verified
  }

  it('oldest first, one entry a line', async () => {
    const { response, text } = await save()
    const entries = text
      .trimEnd()
      .split('\n')
      .map((line): AuditEntry => JSON.parse(line))
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1))
    expect(entries.length).toBeGreaterThanOrEqual(4)
    expect(isWhole(entries)).toBe(true)
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="lanekeeper-audit.ndjson"')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('or as one JSON array', async () => {
    const { response, text } = await save({ format: 'json' })
    expect(isWhole(JSON.parse(text))).toBe(true)
    expect(response.headers.get('content-type')).toBe('application/json')
  })

  it('in no other format', async () => {
    expect((await save({ format: 'csv' })).response.status).toBe(400)
  })
})
