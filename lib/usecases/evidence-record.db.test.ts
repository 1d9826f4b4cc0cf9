import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#lib/model/refusal.ts'
import { BILLING_LANE, READY_LANE } from '#test/builders/a-ready-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aSha, aWriter, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { announceRun } from './announce-run.ts'
import { type EvidenceRecord, readEvidenceRecord } from './evidence-record.ts'
import type { ReportedEvidence } from './reported-evidence.ts'
import { makeRevocation } from './revoke-evidence.ts'

let test: TestDatabase

const UNIT = 'platform-billing/local/unit'
const LEDGER = 'platform-billing/local/ledger'
const GUARD = 'global/boundary_guard'
const content = { gitCommit: aSha('a'), gitTree: aSha('b'), sha256: 'c'.repeat(64) }
const FINDINGS = `fingerprint\tguard\trule\tpath\tfirst_seen\nf1\tboundary_guard\tno-import\tpackages/a "b" \u00e9\u20ac.go\t2026-02-11\n`

beforeAll(async () => {
  test = await openTestDatabase()
  await storeReadyModel()
})
afterAll(() => test.close())

async function recordOf(id: string): Promise<EvidenceRecord> {
  const found = await readEvidenceRecord(id)
  return isRefusal(found) ? expect.fail(found.detail) : found
}

const codesOf = async (id: string) => (await recordOf(id)).lessened.map(({ code }) => code)

describe('OM-82: evidence is its exact command, result, artifact, source SHA and profile, and the audit chain binds it', () => {
  it.each<[string, Partial<ReportedEvidence>]>([
    ['as little as may be said', {}],
    [
      'everything that can be said',
      {
        profile: 'platform-control',
        startedAt: '2026-11-20T10:00:00+01:00',
        finishedAt: '2026-11-20T10:00:00.5+01:00',
        artifacts: [
          { name: 'log \u001b[31m</script>', sha256: 'd'.repeat(64), uri: 'https://ci.example.test/1' },
          { name: 'b', sha256: 'e'.repeat(64) },
        ],
        counts: { executed: 3, passed: 2, failed: 0, skipped: 1 },
        ci: { provider: 'github', id: '7', attempt: 2, url: 'https://ci.example.test/7' },
        reason: 'left out: \u202eslow\nstill "fine" \ud83d\ude80',
      },
    ],
  ])('%s is found to the letter as it was recorded', async (_, given) => {
    const { id } = await post(reported(UNIT, content, given), aWriter('ci'))
    const { recorded, evidence, gateTitle } = await recordOf(id)
    expect(recorded).toMatchObject({ fault: null, bound: true, entry: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(JSON.parse(recorded?.entry.canonical ?? '')).toMatchObject({ action: 'evidence.recorded', actor: 'token:ci', subject: id })
    expect(evidence).toMatchObject({ id, gate: UNIT, domain: 'platform-billing' })
    expect(gateTitle).toBe('unit')
  })

  it('each of a batch is bound by the one entry of the batch, findings and all', async () => {
    const { items } = await post([reported(UNIT, content), reported(GUARD, content, { findings: FINDINGS }), reported(LEDGER, content)])
    const records = await Promise.all(items.map(({ id }: { id: string }) => recordOf(id)))
    expect(new Set(records.map(({ recorded }) => recorded?.entry.sequence)).size).toBe(1)
    expect(records.map(({ recorded }) => recorded?.bound)).toEqual([true, true, true])
    expect(records[1]?.findings).toMatchObject([{ fingerprint: 'f1', state: 'new' }])
    expect(records[0]?.findings).toBeNull()
  })

  it('a row that was changed behind the back of the server no longer fits its entry', async () => {
    const { items } = await post([reported(UNIT, content), reported(LEDGER, content, { result: 'failed', exitCode: 1 })])
    const [unit, ledger] = items
    const { pool } = test.database
    await pool.query('ALTER TABLE evidence DISABLE TRIGGER evidence_is_immutable')
    await pool.query(`UPDATE evidence SET result = 'passed', exit_code = 0 WHERE id = '${ledger.id}'`)
    await pool.query('ALTER TABLE evidence ENABLE TRIGGER evidence_is_immutable')
    expect((await recordOf(ledger.id)).recorded).toMatchObject({ fault: null, bound: false })
    expect((await recordOf(unit.id)).recorded).toMatchObject({ fault: null, bound: false })
  })

  it('an id that nothing has is refused, whatever it looks like', async () => {
    for (const id of ['', 'x', `${aSha('a')}`, randomUUID(), "' OR 1=1 --"]) {
      expect(await readEvidenceRecord(id)).toMatchObject({ refused: 'evidence-unknown' })
    }
  })
})

describe('evidence says why it counts for less than it says', () => {
  const fresh = () => ({ gitCommit: randomUUID().replaceAll('-', '').padEnd(40, '0') })

  it('not at all when it counts in full', async () => {
    const { id } = await post(reported(UNIT, fresh()))
    expect(await codesOf(id)).toEqual([])
  })

  it('when it was revoked, with the entry by which it was', async () => {
    const { id } = await post(reported(UNIT, fresh()))
    answered(await makeRevocation({ repository: null, id, reason: 'wrong runner', writer: INITIAL, retry: null }))
    expect(await codesOf(id)).toEqual(['evidence.revoked'])
    const { revoked, recorded } = await recordOf(id)
    expect(JSON.parse(revoked?.entry.canonical ?? '')).toMatchObject({ action: 'evidence.revoked', subject: id })
    expect(revoked?.entry.sequence).toBeGreaterThan(recorded?.entry.sequence ?? Number.NaN)
    expect(recorded?.bound).toBe(true)
  })

  it('when nothing was executed, or tests were left out without a reason', async () => {
    const empty = await post(reported(UNIT, fresh(), { counts: { executed: 0, passed: 0, failed: 0, skipped: 0 } }))
    expect(await codesOf(empty.id)).toEqual(['evidence.no-tests'])
    const partly = await post(reported(UNIT, fresh(), { counts: { executed: 2, passed: 1, failed: 0, skipped: 1 } }))
    expect(await codesOf(partly.id)).toEqual(['evidence.tests-skipped'])
  })

  it('when a later pass of the same producer names it: each shows the other', async () => {
    const own = fresh()
    const { id } = await post(reported(UNIT, own, { result: 'failed', exitCode: 1 }), aWriter('ci'))
    expect(await codesOf(id)).toEqual([])
    const answer = await post(reported(UNIT, own, { supersedes: [id] }), aWriter('ci'))
    expect(await codesOf(id)).toEqual(['evidence.answered'])
    const { answeredBy } = await recordOf(id)
    expect(answeredBy.map((each) => each.id)).toEqual([answer.id])
    expect((await recordOf(answer.id)).supersedes).toMatchObject([{ id, result: 'failed', findingCount: null }])
  })

  it('when its gate is defined otherwise today, or is gone', async () => {
    const { id } = await post(reported(UNIT, fresh()))
    const gone = await post(reported(LEDGER, fresh()))
    const lane = READY_LANE.replace('go test ./packages/platform/billing', 'go test -race ./...').replace(
      '    - { id: ledger, run: make ledger }\n',
      '',
    )
    await storeReadyModel({ sources: { [BILLING_LANE]: lane } })
    expect(await codesOf(id)).toEqual(['evidence.gate-changed'])
    expect(await codesOf(gone.id)).toEqual(['gate.undeclared'])
  })
})

it('evidence of an announced run brings the run along', async () => {
  const run = answered(
    await announceRun({
      repository: null,
      profile: 'platform-control',
      content,
      gates: [UNIT],
      deadline: null,
      writer: INITIAL,
      retry: null,
    }),
  ) as { id: string }
  const { id } = await post(reported(UNIT, content, { runId: run.id }))
  expect((await recordOf(id)).run).toMatchObject({ id: run.id, profile: 'platform-control', closedAt: null, gates: [UNIT] })
})
