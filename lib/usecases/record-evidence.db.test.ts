import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditRecord } from '#lib/model/audit.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import { ask } from '#lib/store/session.ts'
import { READY_GATES } from '#test/builders/a-ready-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aRetry, aSha, aWriter, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { announceRun } from './announce-run.ts'
import { recordEvidence } from './record-evidence.ts'
import type { ReportedEvidence } from './reported-evidence.ts'
import { makeRevocation } from './revoke-evidence.ts'

let test: TestDatabase

const UNIT = 'platform-billing/local/unit'
const LEDGER = 'platform-billing/local/ledger'
const content = { gitCommit: aSha('a'), gitTree: aSha('b') }

beforeAll(async () => {
  test = await openTestDatabase()
  await storeReadyModel()
})
afterAll(() => test.close())

const count = async (table: string) => Number((await test.database.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count)
const entriesAfter = (sequence: number) => ask((session) => auditEntriesAfter(session, sequence, 1000))

async function refused(evidence: ReportedEvidence | readonly ReportedEvidence[], writer = INITIAL) {
  const before = await Promise.all(['evidence', 'audit_event', 'candidate', 'debt_line', 'idempotency_key'].map(count))
  const answer = await recordEvidence({ repository: null, evidence, writer, retry: aRetry(writer.identity) })
  expect(await Promise.all(['evidence', 'audit_event', 'candidate', 'debt_line', 'idempotency_key'].map(count))).toEqual(before)
  return isRefusal(answer) ? answer : expect.fail('it was recorded')
}

describe('"state change and audit entry in one transaction"', () => {
  it('answers what was recorded, with the gate as the model has it and the moment of the database', async () => {
    const body = reported(UNIT, content, { profile: 'platform-control', artifacts: [{ name: 'log', sha256: 'c'.repeat(64) }] })
    expect(await post(body, aWriter('ci-unit'))).toEqual({
      ...body,
      id: expect.any(String),
      sequence: expect.any(Number),
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      layer: 'domain-local',
      domain: 'platform-billing',
      startedAt: null,
      finishedAt: null,
      runId: null,
      ci: null,
      supersedes: [],
      reason: null,
      findings: null,
      gateDefinition: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      producer: { identity: 'token:ci-unit', name: 'ci-unit' },
      revoked: null,
    })
  })

  it('appends one entry for a request, one for a whole batch, at the moment of its evidence', async () => {
    const before = await count('audit_event')
    const one = await post(reported(UNIT, content))
    const { items } = await post(READY_GATES.map((gate) => reported(gate, content)))
    const entries = await entriesAfter(before)
    const said = entries.map(({ canonical }) => JSON.parse(canonical) as AuditRecord & { details: { evidence: { id: string }[] } })
    expect(said.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ['evidence.recorded', 'token:initial', one.id],
      ['evidence.recorded', 'token:initial', items[0].id],
    ])
    expect(said[1]?.details.evidence.map(({ id }) => id)).toEqual(items.map(({ id }: { id: string }) => id))
    expect(new Date(entries[0]?.at ?? 0).toISOString()).toBe(one.receivedAt)
  })

  it('appends one for a model and one for nothing new', async () => {
    const before = await count('audit_event')
    await storeReadyModel()
    expect(await count('audit_event')).toBe(before)
    await storeReadyModel({ sources: { 'doc/new.md': 'new' } })
    await storeReadyModel()
    expect(await count('audit_event')).toBe(before + 2)
  })

  it('answers a retry with the first answer and records nothing', async () => {
    const retry = aRetry('token:initial')
    const ask = { repository: null, evidence: reported(UNIT, content), writer: INITIAL, retry }
    const first = await recordEvidence(ask)
    const before = await Promise.all(['evidence', 'audit_event'].map(count))
    const again = await recordEvidence(ask)
    expect(again).toMatchObject({ document: isRefusal(first) ? '' : first.document, replayed: true })
    expect(await recordEvidence({ ...ask, retry: { ...retry, bodySha256: 'b'.repeat(64) } })).toMatchObject({
      refused: 'idempotency-conflict',
    })
    expect(await Promise.all(['evidence', 'audit_event'].map(count))).toEqual(before)
  })

  it('answers a retry of a batch with the first answer, whatever has become of it since', async () => {
    const batch = [
      { ...reported(UNIT, content), artifacts: [{ name: 'junit.xml', sha256: 'e'.repeat(64), uri: 'https://ci.example/1' }] },
      { ...reported(UNIT, content), result: 'failed' as const, exitCode: 1, reason: 'broken' },
    ]
    const ask = { repository: null, evidence: batch, writer: INITIAL, retry: aRetry('token:initial') }
    const first = answered(await recordEvidence(ask)) as { items: { id: string }[] }
    await makeRevocation({ repository: null, id: first.items[0]?.id ?? '', reason: 'wrong runner', writer: INITIAL, retry: null })
    expect(answered(await recordEvidence(ask))).toEqual(first)
  })

  it('answers a retry with the first answer when the same could not be recorded any more', async () => {
    const ask = { repository: null, evidence: reported(UNIT, content), writer: INITIAL, retry: aRetry('token:initial') }
    const first = answered(await recordEvidence(ask))
    const scope = { gates: ['global/nothing'], domains: null }
    expect(await recordEvidence({ ...ask, writer: { ...INITIAL, scope }, retry: null })).toMatchObject({ refused: expect.any(String) })
    expect(answered(await recordEvidence({ ...ask, writer: { ...INITIAL, scope } }))).toEqual(first)
  })

  it('records one of two that are sent at once under one key', async () => {
    const ask = { repository: null, evidence: reported(UNIT, content), writer: INITIAL, retry: aRetry('token:initial') }
    const before = await count('evidence')
    const answers = (await Promise.all([recordEvidence(ask), recordEvidence(ask), recordEvidence(ask)])).map(answered)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await count('evidence')).toBe(before + 1)
  })
})

describe('bad input is named by its field, and nothing is half-written', () => {
  it('names an unknown gate and the nearest one', async () => {
    expect(await refused(reported('platform-billing/local/unti', content))).toMatchObject({
      refused: 'gate-unknown',
      errors: [{ path: 'gate', message: expect.stringContaining(`did you mean ${UNIT}?`) }],
    })
  })

  it('names every bad item of a batch by its index, and records none of the batch', async () => {
    const batch = Array.from({ length: 200 }, () => reported(UNIT, content))
    batch[3] = reported('global/nothing', content)
    batch[150] = reported(UNIT, content, { supersedes: [randomUUID()] })
    const refusal = await refused(batch)
    expect(refusal.errors?.map(({ path }) => path)).toEqual(['3.gate', '150.supersedes'])
    expect(refusal.detail).toContain('Nothing of the batch was recorded.')
  })

  it('takes what answers a failure only from the one who failed, of the same gate', async () => {
    const ci = aWriter('ci-1')
    const failed = await post(reported(UNIT, content, { result: 'failed', exitCode: 1 }), ci)
    const answer = (gate: string, id: string) => reported(gate, content, { supersedes: id })
    expect(await refused(answer(LEDGER, failed.id), ci)).toMatchObject({
      refused: 'supersedes-unknown',
      errors: [{ path: 'supersedes', message: expect.stringContaining('another gate') }],
    })
    expect(await refused(answer(UNIT, failed.id), aWriter('ci-2'))).toMatchObject({
      errors: [{ message: expect.stringContaining('another producer') }],
    })
    expect(await refused(answer(UNIT, randomUUID()), ci)).toMatchObject({ errors: [{ message: expect.stringContaining('no evidence') }] })
    expect(await post(answer(UNIT, failed.id), ci)).toMatchObject({ supersedes: [failed.id] })
  })

  it('takes evidence of a run only for the content that was announced', async () => {
    const run = { repository: null, profile: 'platform-control', content, gates: [UNIT], deadline: null, writer: INITIAL, retry: null }
    const { id } = answered(await announceRun(run)) as { id: string }
    expect(await post(reported(UNIT, content, { runId: id }))).toMatchObject({ runId: id })
    expect(await post(reported(LEDGER, { gitTree: content.gitTree }, { runId: id }))).toMatchObject({ runId: id })
    expect(await refused(reported(UNIT, { gitCommit: aSha('9') }, { runId: id }))).toMatchObject({
      refused: 'run-mismatch',
      errors: [{ path: 'runId', message: expect.stringContaining('other content') }],
    })
    expect(await refused([reported(UNIT, content, { runId: randomUUID() })])).toMatchObject({ errors: [{ path: '0.runId' }] })
  })

  it('takes only what the token may post for', async () => {
    const narrow = aWriter('narrow', { scope: { gates: null, domains: ['platform-billing'] } })
    await post(reported(UNIT, content), narrow)
    expect(await refused([reported(UNIT, content), reported('global/contracts', content)], narrow)).toMatchObject({
      refused: 'not-authorised',
      errors: [{ path: '1.gate' }],
    })
    const oneGate = aWriter('one-gate', { scope: { gates: ['global/contracts'], domains: ['global'] } })
    await post(reported('global/contracts', content), oneGate)
    expect(await refused(reported('global/boundary_guard', content), oneGate)).toMatchObject({ refused: 'not-authorised' })
  })

  it('reads what a guard reports as a whole or not at all', async () => {
    const tsv = 'fingerprint\tguard\trule\tpath\tfirst_seen\nf-1\tboundary_guard\tno-cross-import\ta.go\t2026-11-01\n'
    const guard = 'global/boundary_guard'
    const found = { result: 'failed', exitCode: 1, findings: tsv } as const
    expect(await post(reported(guard, content, found))).toMatchObject({ findings: [{ fingerprint: 'f-1', path: 'a.go' }] })
    expect(await refused(reported(guard, content, { findings: 'not a report' }))).toMatchObject({
      refused: 'invalid-findings',
      errors: [{ path: 'findings', message: expect.stringMatching(/^line 1: /) }],
    })
  })
})

describe('"failing evidence cannot be revoked"', () => {
  const revoke = (id: string, writer = INITIAL) => makeRevocation({ repository: null, id, reason: 'wrong runner', writer, retry: null })

  it('refuses, and nothing changes', async () => {
    for (const result of ['failed', 'error', 'partial', 'blocked', 'skipped'] as const) {
      const { id } = await post(reported(UNIT, content, { result, exitCode: 1 }))
      expect(await revoke(id)).toMatchObject({ refused: 'evidence-failing' })
    }
    expect(await revoke(randomUUID())).toMatchObject({ refused: 'evidence-unknown' })
    expect(await revoke("x'; DROP TABLE evidence")).toMatchObject({ refused: 'evidence-unknown' })
  })

  it('revokes a pass once, with one entry in the trail', async () => {
    const { id } = await post(reported(LEDGER, content))
    expect(await revoke(id, aWriter('narrow', { scope: { gates: [UNIT], domains: null } }))).toMatchObject({ refused: 'not-authorised' })
    const before = await count('audit_event')
    const first = await revoke(id)
    expect(answered(first)).toMatchObject({ id, revoked: { by: 'token:initial', reason: 'wrong runner' } })
    expect(await revoke(id)).toEqual({ document: isRefusal(first) ? '' : first.document, replayed: true })
    expect(await count('audit_event')).toBe(before + 1)
  })
})

describe('"the order of what is recorded is the order of the commits"', () => {
  it('holds for eight writers at once: no sequence is seen before a lower one', async () => {
    const seen: number[] = []
    let isWriting = true
    const watch = async () => {
      while (isWriting) {
        const { rows } = await test.database.pool.query('SELECT max(sequence) AS newest, count(*) AS all FROM evidence')
        seen.push(Number(rows[0].newest), Number(rows[0].all))
      }
    }
    const before = { entries: await count('audit_event'), evidence: await count('evidence') }
    const watching = watch()
    const writers = Array.from({ length: 8 }, (_, at) => aWriter(`parallel-${at}`))
    const answers = await Promise.all(
      writers.map(async (writer) => {
        const own: { sequence: number; receivedAt: string }[] = []
        for (let round = 0; round < 10; round += 1) own.push(await post(reported(UNIT, content), writer))
        return own
      }),
    )
    isWriting = false
    await watching
    expect([await count('audit_event'), await count('evidence')]).toEqual([before.entries + 80, before.evidence + 80])
    const bySequence = answers.flat().sort((a, b) => a.sequence - b.sequence)
    expect(new Set(bySequence.map(({ sequence }) => sequence)).size).toBe(80)
    expect(bySequence.map(({ receivedAt }) => receivedAt)).toEqual(bySequence.map(({ receivedAt }) => receivedAt).toSorted())
    const { rows } = await test.database.pool.query(
      `SELECT bool_and(ordered) AS ordered FROM (
        SELECT sequence > lag(sequence, 1, 0::bigint) OVER (ORDER BY xmin::text::bigint, sequence) AS ordered FROM evidence) o`,
    )
    expect(rows).toEqual([{ ordered: true }])
    const newest = seen.filter((_, at) => at % 2 === 0)
    expect(newest).toEqual(newest.toSorted((a, b) => a - b))
  })
})

describe('requests that come at once are kept together, each as if it had come alone', () => {
  const together = (asked: readonly (ReportedEvidence | readonly ReportedEvidence[])[]) =>
    Promise.allSettled(
      asked.map((evidence) => recordEvidence({ repository: null, evidence, writer: INITIAL, retry: aRetry(INITIAL.identity) })),
    )
  const states = (answers: Awaited<ReturnType<typeof together>>) => answers.map(({ status }) => status)

  it('each with an entry of its own, in the order in which they came', async () => {
    const before = Number((await test.database.pool.query('SELECT max(sequence) AS last FROM audit_event')).rows[0].last)
    const asked = Array.from({ length: 12 }, (_, at) =>
      Array.from({ length: 1 + (at % 3) }, () => reported(UNIT, { gitCommit: aSha('7') })),
    )
    const answers = (await together(asked)).map((each) => (each.status === 'fulfilled' ? answered(each.value) : null)) as {
      items: { id: string; sequence: number }[]
    }[]
    const sequences = answers.flatMap(({ items }) => items.map(({ sequence }) => sequence))
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(answers.map(({ items }) => items.length)).toEqual(asked.map(({ length }) => length))
    const entries = (await entriesAfter(before)).map(({ canonical }) => JSON.parse(canonical) as AuditRecord)
    expect(entries.map(({ subject }) => subject)).toEqual(answers.map(({ items }) => items[0]?.id))
  })

  it('and one that is at fault takes nothing of the others with it', async () => {
    const before = await Promise.all(['evidence', 'audit_event', 'idempotency_key'].map(count))
    const answers = await together([
      reported(UNIT, { gitCommit: aSha('8') }),
      // The endpoint would not let this come so far; the database does not take it.
      reported(UNIT, { gitCommit: 'no-commit' }),
      reported(LEDGER, { gitCommit: aSha('8') }),
    ])
    expect(states(answers)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await Promise.all(['evidence', 'audit_event', 'idempotency_key'].map(count))).toEqual(before.map((rows) => rows + 2))
  })

  it('and what one owes stands in the ledger, also when the next pays it', async () => {
    const own = { gitCommit: aSha('6') }
    const attempt = (at: number) => ({ ci: { provider: 'github', id: '7', attempt: at, url: null } })
    const partial = reported(UNIT, own, { result: 'partial', exitCode: 1, ...attempt(1) })
    const answers = await together([reported(LEDGER, own), partial, reported(UNIT, own, attempt(2))])
    expect(states(answers)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    const { rows } = await test.database.pool.query(
      `SELECT kind, closed_at IS NOT NULL AS is_closed FROM debt_line WHERE content_id = '${own.gitCommit}'`,
    )
    expect(rows).toEqual([{ kind: 'partial', is_closed: true }])
  })
})
