import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, recordAll } from '#test/api-server.ts'
import { aPass, READY_GATES } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as board from './board/route.ts'
import * as verdict from './candidates/[contentId]/verdict/route.ts'
import * as eligibility from './domains/[id]/eligibility/route.ts'
import * as lane from './domains/[id]/lane/route.ts'
import * as domain from './domains/[id]/route.ts'
import * as domains from './domains/route.ts'
import * as evidence from './evidence/route.ts'
import * as guards from './guards/route.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await aReadyServer()
})
afterAll(() => test.close())

const BILLING = { params: { id: 'platform-billing' } }

describe('before anything was recorded', () => {
  it('the board has every domain, and everything that evidence would show is missing', async () => {
    const { document } = await callApi(board)
    expect(document).toMatchObject({ content: null, sequence: expect.any(Number), modelDigest: expect.stringMatching(/^sha256:/) })
    expect(document.rows.map((row: { domain: string }) => row.domain)).toEqual(['platform-billing', 'gpuaas'])
    for (const row of document.rows) {
      expect(row.verdict).toBe('not-eligible')
      expect(row.cells.map(({ id }: { id: string }) => id)).toEqual(ELIGIBILITY_ITEMS)
    }
    const layers = (await callApi(board, { search: '?tab=layers' })).document
    for (const row of layers.rows) {
      expect(row.cells.map(({ id }: { id: string }) => id)).toEqual(GATE_LAYERS)
      expect(new Set(row.cells.map(({ status }: { status: string }) => status))).toEqual(new Set(['missing']))
    }
  })

  it('so have the lane, the eight items and the guards', async () => {
    expect((await callApi(lane, BILLING)).document).toMatchObject({ content: null, planId: null })
    expect((await callApi(eligibility, BILLING)).document).toMatchObject({ content: null, verdict: 'not-eligible' })
    expect((await callApi(guards)).document.items[0]).toMatchObject({ gate: 'global/boundary_guard', status: 'missing', evidence: null })
  })
})

describe('`GET domains` lists what the lanes declare, in the order of the board', () => {
  it('each in one line', async () => {
    const { document } = await callApi(domains)
    expect(document.next).toBeNull()
    expect(document.items).toEqual([
      {
        domain: 'platform-billing',
        title: 'platform-billing',
        group: 'Platform Billing/Metering',
        kind: 'platform',
        owner: '@billing',
        dependsOn: null,
        consumers: ['gpuaas'],
        gates: { 'contract-global': 2, 'domain-local': 2, 'consumer-smoke': 1, 'service-evidence': 3 },
      },
      expect.objectContaining({ domain: 'gpuaas', kind: 'product', dependsOn: ['platform-billing'], consumers: [] }),
    ])
  })

  it('one of them with its paths and its packet', async () => {
    const { document } = await callApi(domain, BILLING)
    expect(document.paths).toEqual([{ pattern: 'packages/platform/billing/**', line: 5 }])
    expect(document.packet).toMatchObject({
      recommendation: 'split_worker',
      crossProcessCallers: { entries: ['gpuaas-api'] },
      rollbackCommand: 'deployctl rollback billing-worker --to previous',
      guardMode: 'blocking_new',
    })
    expect((await callApi(domain, { params: { id: 'gpuaas' } })).document.packet).toBeNull()
  })

  it.each([domain, eligibility, lane])('does not know one without a lane, and names the nearest', async (handlers) => {
    const { status, document } = await callApi(handlers, { params: { id: 'platform-biling' } })
    expect([status, document.code]).toEqual([404, 'domain-unknown'])
    expect(document.detail).toContain('platform-billing')
  })
})

describe('the board, the lane, the items and the verdict of a candidate', () => {
  const content = newContent()
  beforeAll(() => recordAll(content, { 'platform-billing/local/unit': { result: 'failed', exitCode: 1, counts: null } }))

  it('without a commit are of the newest candidate', async () => {
    for (const answer of [await callApi(board), await callApi(lane, BILLING), await callApi(eligibility, BILLING), await callApi(guards)]) {
      expect(answer.document.content).toEqual(content)
    }
  })

  it('count every gate of the lane once: what the layers say adds up to what the lane has', async () => {
    const { layers } = (await callApi(lane, BILLING)).document
    expect(layers.flatMap(({ gates }: { gates: readonly { gate: string }[] }) => gates.map(({ gate }) => gate)).sort()).toEqual(
      READY_GATES.toSorted(),
    )
    const [row] = (await callApi(board, { search: '?tab=layers' })).document.rows
    expect(row.cells.map(({ id, status, note }: { id: string; status: string; note: string }) => [id, status, note])).toEqual([
      ['contract-global', 'passed', '2 of 2 passed'],
      ['domain-local', 'failed', '1 of 2 passed'],
      ['consumer-smoke', 'passed', '1 of 1 passed'],
      ['service-evidence', 'passed', '3 of 3 passed'],
    ])
    expect(layers.map(({ layer, status }: { layer: string; status: string }) => [layer, status])).toEqual(
      row.cells.map(({ id, status }: { id: string; status: string }) => [id, status]),
    )
  })

  it('say why: what was expected, who can move it, and the next command', async () => {
    const { layers } = (await callApi(lane, BILLING)).document
    const gate = layers[1].gates.find((each: { gate: string }) => each.gate === 'platform-billing/local/unit')
    expect(gate).toMatchObject({ status: 'failed', satisfied: false, run: 'go test ./packages/platform/billing' })
    expect(gate.because).toMatch(/platform-billing\.yaml:\d+; no stored plan/)
    expect(gate.reasons[0]).toMatchObject({ actors: ['@billing'], next: { command: expect.stringContaining('lanekeeper run') } })
    const { items } = (await callApi(eligibility, BILLING)).document
    expect(items.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(items.every(({ reasons }: { reasons: readonly object[] }) => reasons.length > 0)).toBe(true)
  })

  it('say `no-go` while a gate is unsatisfied, by the profile that is asked for', async () => {
    const ask = (search: string) => callApi(verdict, { params: { contentId: content.gitCommit }, search })
    const full = (await ask('?profile=platform-control')).document
    expect(full).toMatchObject({ verdict: 'no-go', profile: 'platform-control', content, reviews: [], proofs: [] })
    expect(full.unsatisfied).toEqual(['gpuaas/local/unit', 'platform-billing/local/unit'])
    const fast = (await ask('?profile=hotfix-fast')).document
    expect(fast.proofs.map(({ id }: { id: string }) => id)).toEqual([
      'validated-source',
      'skipped-gates',
      'profile-smoke',
      'rollback-posture',
      'owner-approval',
    ])
    const unknown = await ask('?profile=hotfix-fats')
    expect([unknown.status, unknown.document.code]).toEqual([422, 'profile-unknown'])
    expect((await ask('')).status).toBe(400)
  })

  it('say `go` once everything it needs has passed', async () => {
    const fresh = newContent()
    await recordAll(fresh)
    await record(aPass('gpuaas/local/unit', fresh))
    const { document } = await callApi(verdict, { params: { contentId: fresh.gitCommit }, search: '?profile=platform-control' })
    expect([document.verdict, document.unsatisfied]).toEqual(['go', []])
  })

  it('answer for content that nobody has seen: it lacks everything', async () => {
    const { document } = await callApi(board, { search: `?commit=${'9'.repeat(40)}` })
    expect(document.content).toEqual({ gitCommit: '9'.repeat(40) })
    expect(document.rows[0].verdict).toBe('not-eligible')
  })
})

describe('`GET guards` holds what was reported against the baseline and the allowed debt', () => {
  it('as TSV', async () => {
    const content = newContent()
    const rows = [
      'old-1\tboundary_guard\tno-cross-import\tpackages/platform/billing/old.go\t2026-01-10',
      'debt-1\tboundary_guard\tno-cross-import\tpackages/platform/billing/debt.go\t2026-02-10',
      'new-1\tboundary_guard\tno-cross-import\tpackages/platform/billing/new.go\t',
    ]
    const findings = ['fingerprint\tguard\trule\tpath\tfirst_seen', ...rows, ''].join('\n')
    const id = await record(aPass('global/boundary_guard', content, { findings }))
    const { items } = (await callApi(guards, { search: `?commit=${content.gitCommit}` })).document
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ mode: 'blocking_new', domains: ['platform-billing'], status: 'blocked', evidence: id })
    expect(items[0].counts).toEqual({ new: 1, legacy: 1, 'allowed-debt': 1, 'expired-debt': 0, resolved: 0 })
    expect(items[0].findings.map(({ fingerprint, state }: { fingerprint: string; state: string }) => [fingerprint, state])).toEqual([
      ['old-1', 'legacy'],
      ['debt-1', 'allowed-debt'],
      ['new-1', 'new'],
    ])
    const listed = await callApi(evidence, { search: `?content=${content.gitCommit}` })
    expect(listed.document.items).toMatchObject([{ id, findingCount: 3 }])
    expect(listed.document.items[0]).not.toHaveProperty('findings')
  })

  it.each(['an object', 'a text'])('as SARIF 2.1.0, %s', async (form) => {
    const sarif = {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'boundary_guard' } },
          results: [
            {
              ruleId: 'no-cross-import',
              message: { text: 'imports another domain' },
              partialFingerprints: { 'guard/v1': 'sarif-1' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'packages/platform/billing/x.go' } } }],
            },
          ],
        },
      ],
    }
    const content = newContent()
    const findings = form === 'a text' ? JSON.stringify(sarif) : sarif
    const { status, document } = await callAsCi(evidence, aPass('global/boundary_guard', content, { findings }))
    expect(status).toBe(201)
    expect(document.findings).toHaveLength(1)
    const [guard] = (await callApi(guards, { search: `?commit=${content.gitCommit}` })).document.items
    expect([guard.counts.new, guard.findings[0].path]).toEqual([1, 'packages/platform/billing/x.go'])
  })
})
