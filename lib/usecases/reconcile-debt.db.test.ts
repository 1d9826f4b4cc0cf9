import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Content } from '#lib/model/content.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { pageOfDebt } from '#lib/store/debt.ts'
import { findRepository } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'
import { ALLOWED_DEBT } from '#test/builders/a-ready-model-request.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { answered, aSha, aWriter, INITIAL, post, reported, storeReadyModel } from '#test/recording.ts'
import { announceRun } from './announce-run.ts'
import { endRun, sweepLapsedRuns } from './close-run.ts'
import { loadCurrentModel } from './current-model.ts'
import { declareSkip } from './declare-skip.ts'
import { makeRevocation } from './revoke-evidence.ts'
import { verifyAudit } from './verify-audit.ts'

let test: TestDatabase

const UNIT = 'platform-billing/local/unit'
const LEDGER = 'platform-billing/local/ledger'
const SMOKE = 'platform-billing/smoke/gpuaas-precheck'
const SLO = 'platform-billing/evidence/slo'
const DRILL = 'platform-billing/evidence/rollback-drill'
/** Every test has a source of its own, and other commits of its tree. */
let round = 0
let content: Required<Omit<Content, 'sha256'>>
let rebased: Content

beforeAll(async () => {
  test = await openTestDatabase()
})
beforeEach(async () => {
  await storeReadyModel()
  round += 1
  const shaOf = (name: string) => createHash('sha1').update(`${name} ${round}`).digest('hex')
  content = { gitCommit: shaOf('commit'), gitTree: shaOf('tree') }
  rebased = { gitCommit: shaOf('rebased'), gitTree: content.gitTree }
})
afterAll(() => test.close())

/** The ledger of the test's source, oldest line first: kind, gate, whether it is still open. */
async function ledger(): Promise<readonly string[]> {
  const repository = (await ask((session) => findRepository(session, 'acme'))) ?? expect.fail('no repository')
  const { items } = await ask((session) =>
    pageOfDebt(session, repository.id, { state: null, kinds: null, domain: null }, { before: null, limit: 200 }),
  )
  const own = items.toReversed().filter((line) => [content.gitCommit, rebased.gitCommit].includes(line.content))
  return own.map(({ kind, gate, closedAt }) => `${kind} ${gate} ${closedAt === null ? 'open' : 'closed'}`)
}

async function announce(gates: readonly string[], deadline: Date | null = null) {
  const asked = { repository: null, profile: 'platform-control', content, gates, deadline, writer: INITIAL, retry: null }
  return answered(await announceRun(asked)) as { id: string; state: string; deadline: string; announcedAt: string }
}

async function close(id: string) {
  return endRun({ repository: null, id, writer: INITIAL, retry: null })
}

async function skip(gate: string, given: { prior?: string | null; profile?: string; of?: Content } = {}) {
  const { prior = null, profile = 'hotfix-fast', of = content } = given
  const asked = { repository: null, gate, profile, content: of, reason: 'hotfix', prior, risk: 'none', runId: null, retry: null } as const
  return answered(await declareSkip({ ...asked, writer: INITIAL })) as { id: string; state: string; refusal: string | null }
}

describe('"Hidden skips are release debt"', () => {
  it('announces five, posts three, closes: two lines', async () => {
    const gates = [UNIT, LEDGER, SMOKE, SLO, DRILL]
    const run = await announce(gates)
    expect(run).toMatchObject({ state: 'open', gates })
    expect(Date.parse(run.deadline) - Date.parse(run.announcedAt)).toBe(24 * 60 * 60 * 1000)
    await post([UNIT, LEDGER, SMOKE].map((gate) => reported(gate, content, { runId: run.id })))
    expect(await ledger()).toEqual([])
    expect(answered(await close(run.id))).toMatchObject({ id: run.id, state: 'closed', closedAt: expect.any(String) })
    expect([...(await ledger())].sort()).toEqual([`hidden-skip ${DRILL} open`, `hidden-skip ${SLO} open`])
  })

  it('closes a line by a pass on that candidate, under whatever commit of the same tree, and by nothing else', async () => {
    await close((await announce([SLO])).id)
    await post(reported(SLO, { gitCommit: aSha('c'), gitTree: aSha('d') }))
    await post(reported(SLO, content, { result: 'failed', exitCode: 1 }))
    expect(await ledger()).toEqual([`hidden-skip ${SLO} open`])
    await close((await announce([UNIT])).id)
    await post(reported(UNIT, rebased))
    expect(await ledger()).toEqual([`hidden-skip ${SLO} open`, `hidden-skip ${UNIT} closed`])
  })

  it('closes a run once; a second closing is answered as it is', async () => {
    const { id } = await announce([SLO])
    const first = await close(id)
    expect(await close(id)).toEqual({ document: isRefusal(first) ? '' : first.document, replayed: true })
    expect(await ledger()).toHaveLength(1)
  })

  it('opens the line of a run that nobody closed once its deadline is past', async () => {
    await announce([SLO], new Date(Date.now() - 1000))
    await announce([UNIT])
    const current = await loadCurrentModel(null)
    if (isRefusal(current)) return expect.fail('no model')
    await sweepLapsedRuns(current)
    await sweepLapsedRuns(current)
    expect(await ledger()).toEqual([`hidden-skip ${SLO} open`])
    const { rows } = await test.database.pool.query(`SELECT closed_by FROM announced_run WHERE git_commit = $1 AND closed_at IS NOT NULL`, [
      content.gitCommit,
    ])
    expect(rows).toEqual([{ closed_by: 'server' }])
  })

  it('opens it again when the pass that had closed it is taken back', async () => {
    await close((await announce([SLO])).id)
    const { id } = await post(reported(SLO, content))
    await makeRevocation({ repository: null, id, reason: 'wrong runner', writer: INITIAL, retry: null })
    expect(await ledger()).toEqual([`hidden-skip ${SLO} closed`, `hidden-skip ${SLO} open`])
  })

  it('refuses a run of gates that are not there, and the closing of one that is not', async () => {
    const asked = { repository: null, profile: 'platform-control', content, deadline: null, writer: INITIAL, retry: null }
    expect(await announceRun({ ...asked, gates: [UNIT, 'global/nothing'] })).toMatchObject({
      refused: 'gate-unknown',
      errors: [{ path: 'gates.1' }],
    })
    expect(await announceRun({ ...asked, gates: [UNIT], profile: 'platform-contrl' })).toMatchObject({ refused: 'profile-unknown' })
    expect(await close('6f1f5f0e-0000-4000-8000-000000000000')).toMatchObject({ refused: 'run-unknown' })
    const { id } = await announce([UNIT])
    const narrow = aWriter('narrow', { scope: { gates: [LEDGER], domains: null } })
    expect(await endRun({ repository: null, id, writer: narrow, retry: null })).toMatchObject({ refused: 'not-authorised' })
  })
})

describe('"only when they reference prior evidence for the same source SHA or immutable artifact digest"', () => {
  it('accepts a pass of the same tree after a rebase, and owes nothing', async () => {
    const { id } = await post(reported(UNIT, content))
    expect(await skip(UNIT, { prior: id, of: rebased })).toMatchObject({ state: 'accepted', refusal: null })
    expect(await ledger()).toEqual([])
  })

  it.each<[string, (pass: string) => Promise<{ state: string; refusal: string | null }>]>([
    ['content-mismatch', (pass) => skip(UNIT, { prior: pass, of: { gitCommit: aSha('7'), gitTree: aSha('8') } })],
    ['no-evidence', () => skip(UNIT)],
    ['no-evidence', () => skip(UNIT, { prior: 'looks fine to me' })],
    ['no-evidence', (pass) => skip(LEDGER, { prior: pass })],
    ['not-authorised', (pass) => skip(UNIT, { prior: pass, profile: 'platform-control' })],
    ['not-authorised', (pass) => skip(UNIT, { prior: pass, profile: 'no-such-profile' })],
    ['skip-of-skip', async (pass) => skip(UNIT, { prior: (await skip(UNIT, { prior: pass, of: rebased })).id })],
    [
      'gate-changed',
      async (pass) => {
        await storeReadyModel({ sources: { 'doc/architecture/platform-foundation/domain-lanes/platform-billing.yaml': CHANGED_LANE } })
        return skip(UNIT, { prior: pass, of: rebased })
      },
    ],
    [
      'revoked',
      async (pass) => {
        await makeRevocation({ repository: null, id: pass, reason: 'wrong runner', writer: INITIAL, retry: null })
        return skip(UNIT, { prior: pass, of: rebased })
      },
    ],
  ])('keeps a skip that is refused with %s, as debt', async (refusal, declare) => {
    const { id } = await post(reported(UNIT, content))
    expect(await declare(id)).toMatchObject({ state: 'refused', refusal })
    const { rows } = await test.database.pool.query('SELECT count(*)::int AS kept FROM skip')
    expect(rows[0].kept).toBeGreaterThan(0)
    // On content that has passed already, a refused skip leaves out nothing.
    const lines = await ledger()
    for (const line of lines) expect(line).toMatch(/^refused-skip platform-billing\/local\/(unit|ledger) open$/)
    expect(lines.length).toBeLessThanOrEqual(1)
  })

  it('owes a refused skip until the gate has passed', async () => {
    await skip(UNIT)
    await skip(UNIT)
    expect(await ledger()).toEqual([`refused-skip ${UNIT} open`])
    await post(reported(UNIT, content))
    expect(await ledger()).toEqual([`refused-skip ${UNIT} closed`])
  })
})

describe('a line for whatever is left out', () => {
  it('owes what ran in part', async () => {
    await post(reported(UNIT, content, { result: 'partial', exitCode: 1 }))
    await post(reported(LEDGER, content, { counts: { executed: 3, passed: 2, failed: 0, skipped: 1 } }))
    expect(await ledger()).toEqual([`partial ${UNIT} open`, `partial ${LEDGER} open`])
  })

  it('owes a guard finding whose allowance has ended', async () => {
    const header = 'fingerprint\towner\treason\texpires\tfairway_task\n'
    await storeReadyModel({ sources: { [ALLOWED_DEBT]: `${header}late-1\t@billing\tbeing moved\t2026-01-31\tPSSM-BILLING-9\n` } })
    const findings = 'fingerprint\tguard\trule\tpath\tfirst_seen\nlate-1\tboundary_guard\tno-cross-import\ta.go\t2026-01-10\n'
    await post(reported('global/boundary_guard', content, { findings }))
    expect(await ledger()).toEqual(['expired-debt global/boundary_guard open'])
  })

  it('keeps the trail whole through all of it', async () => {
    const before = await verifyAudit()
    await skip(UNIT)
    await close((await announce([SLO])).id)
    await post([reported(UNIT, content), reported(SLO, content)])
    expect(await verifyAudit()).toMatchObject({ verified: true, entries: before.entries + 4 })
  })
})

const CHANGED_LANE = `domain_lane:
  domain_id: platform-billing
  source_paths: [packages/platform/billing/**]
  global_gates: [contracts, boundary_guard]
  domain_local_gates:
    - { id: unit, run: go test -short ./packages/platform/billing }
    - { id: ledger, run: make ledger }
`
