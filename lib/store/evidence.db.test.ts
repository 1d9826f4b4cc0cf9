import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Content } from '#lib/model/content.ts'
import { evidenceToKeep } from '#test/builders/evidence-to-keep.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { aSha } from '#test/recording.ts'
import { holdAudit } from './audit.ts'
import { candidateNames, newestCandidate, pageOfCandidates } from './candidates.ts'
import { openDebt } from './debt.ts'
import { type EvidenceFilter, evidenceByIds, pageOfEvidence, revokeEvidence } from './evidence.ts'
import { type EvidenceToKeep, keepEvidence } from './keep-evidence.ts'
import { rebuildLatestPasses } from './latest-passes.ts'
import { holdRepository, type KnownRepository } from './repositories.ts'
import { ask, inTransaction } from './session.ts'

let test: TestDatabase
let repository: KnownRepository

beforeAll(async () => {
  test = await openTestDatabase()
  repository = await aRepository()
})
afterAll(() => test.close())

const aRepository = () => inTransaction((session) => holdRepository(session, randomUUID()))

async function keep(evidence: readonly EvidenceToKeep[], of = repository) {
  const record = { repository: of, evidence, canonical: '{"action":"evidence.recorded"}', answer: null }
  return inTransaction((session) => keepEvidence(session, record))
}

const names = (contentId: string, of = repository) => ask((session) => candidateNames(session, of.id, contentId))

describe('evidence is never changed: exact command, result, artifact, source SHA, and profile', () => {
  it('comes back as it was kept, whole', async () => {
    const full = evidenceToKeep({
      result: 'failed',
      exitCode: 137,
      content: { gitCommit: aSha('1'), gitTree: 'b'.repeat(64), sha256: 'c'.repeat(64) },
      profile: 'platform-control',
      command: 'make "it"\n\\ ünïcödé 🚦',
      startedAt: '2026-11-20T09:00:00Z',
      finishedAt: '2026-11-20T09:30:00+02:00',
      artifacts: [{ name: 'junit.xml', sha256: 'e'.repeat(64), uri: 'https://ci.example/1' }],
      ci: { provider: 'github', id: '77', attempt: 3, url: 'https://ci.example/77' },
      supersedes: [randomUUID(), randomUUID()],
      reason: 'flaky disk',
      findings: [{ fingerprint: 'f1', guard: 'boundary', rule: 'no-import', path: 'a b.go' }],
    })
    const empty = evidenceToKeep({ content: { sha256: '9'.repeat(64) }, counts: null, exitCode: null, findings: [] })
    const {
      at,
      sequences: [first = 0, second = 0],
    } = await keep([full, empty])
    expect(second).toBe(first + 1)
    const read = await ask((session) => evidenceByIds(session, repository.id, [empty.id, full.id, randomUUID()]))
    expect(read).toEqual([
      { ...full, sequence: first, receivedAt: at, revoked: null },
      { ...empty, sequence: second, receivedAt: at, revoked: null },
    ])
  })

  it.each(['evidence', 'revocation', 'skip', 'candidate', 'commit_tree', 'digest_source', 'promotion', 'audit_event'])(
    'refuses to change, remove or empty %s',
    async (table) => {
      const { rows } = await test.database.pool.query(
        `SELECT tgname, tgtype::int AS type, tgenabled FROM pg_trigger WHERE tgrelid = $1::regclass AND NOT tgisinternal`,
        [table],
      )
      const ofKind = (bits: number) => rows.filter(({ type, tgenabled }) => (type & bits) === bits && tgenabled === 'O')
      // BEFORE (2) with DELETE (8) and UPDATE (16) for each row (1); BEFORE with TRUNCATE (32).
      expect([ofKind(1 | 2 | 8 | 16).length, ofKind(2 | 32).length]).toEqual([1, 1])
    },
  )

  it.each([
    `UPDATE evidence SET result = 'passed'`,
    'DELETE FROM evidence',
    'TRUNCATE evidence CASCADE',
    'UPDATE commit_tree SET git_tree = git_tree',
    'DELETE FROM candidate',
    'TRUNCATE announced_run CASCADE',
    'TRUNCATE debt_line',
  ])('refuses %s', async (statement) => {
    await keep([evidenceToKeep({ content: { gitCommit: aSha('2'), gitTree: aSha('3') } })])
    await expect(test.database.pool.query(statement)).rejects.toMatchObject({ code: '55000' })
  })

  it.each<[string, Partial<EvidenceToKeep>]>([
    ['evidence_pass_check', { exitCode: 1 }],
    ['evidence_result_check', { result: 'flaky' as EvidenceToKeep['result'] }],
    ['content_check', { content: {} }],
    ['content_check', { content: { gitCommit: 'abc1234' } }],
    ['content_check', { content: { gitCommit: aSha('A') } }],
    ['content_check', { content: { sha256: aSha('a') } }],
    ['evidence_command_check', { command: ' \n' }],
    ['evidence_counts_check', { counts: { executed: -1, passed: 0, failed: 0, skipped: 0 } }],
    ['evidence_ci_check', { ci: { provider: 'github', id: '1', attempt: 0, url: null } }],
    ['evidence_gate_check', { gate: 'unit' }],
  ])('is held to %s by the database too', async (constraint, given) => {
    await expect(keep([evidenceToKeep(), evidenceToKeep(given)])).rejects.toThrow(new RegExp(constraint))
  })

  it('lets a pass be revoked once and nothing else, ever', async () => {
    const [pass, fail] = [evidenceToKeep(), evidenceToKeep({ result: 'failed', exitCode: 1 })]
    await keep([pass, fail])
    const revocation = { at: new Date(), by: 'token:ci', reason: 'wrong runner' }
    await inTransaction((session) => revokeEvidence(session, pass, repository.id, revocation))
    await inTransaction((session) => revokeEvidence(session, pass, repository.id, { ...revocation, reason: 'again' }))
    const [read] = await ask((session) => evidenceByIds(session, repository.id, [pass.id]))
    expect(read?.revoked).toEqual(revocation)
    await expect(inTransaction((session) => revokeEvidence(session, fail, repository.id, revocation))).rejects.toMatchObject({
      code: '55000',
    })
  })
})

describe('what is kept is kept one after the other, in the order of the audit chain', () => {
  it('sees a line of debt that was opened while it waited for the chain', async () => {
    const own = await aRepository()
    const { gate } = evidenceToKeep()
    const line = { id: randomUUID(), kind: 'hidden-skip', gate, domain: null, owner: null, reasons: [], content: aSha('1') } as const
    let kept: ReturnType<typeof keep> | undefined
    await inTransaction(async (session) => {
      await holdAudit(session)
      kept = keep([evidenceToKeep()], own)
      // Long enough for the other to come as far as it can.
      await sleep(200)
      await openDebt(session, own.id, [{ ...line, openedAt: new Date() }])
    })
    expect(await kept).toMatchObject({ hasOpenDebt: true })
    expect(await keep([evidenceToKeep({ gate: 'global/contracts' })], own)).toMatchObject({ hasOpenDebt: false })
  })
})

describe('a candidate is known by every name that was named with it', () => {
  const [c1, c2, t1, t2] = [aSha('1'), aSha('2'), aSha('3'), aSha('4')]
  const digest = '5'.repeat(64)

  async function named(...contents: readonly Content[]) {
    const own = await aRepository()
    for (const content of contents) await keep([evidenceToKeep({ content })], own)
    return own
  }

  it('has all commits of one tree: a rebase keeps the source', async () => {
    const own = await named({ gitCommit: c1, gitTree: t1 }, { gitCommit: c2, gitTree: t1, sha256: digest })
    const known = { commits: [c1, c2], trees: [t1], digests: [digest], contradictions: [] }
    for (const id of [c1, c2, t1, `sha256:${digest}`]) expect(await names(id, own)).toEqual({ contentId: id, ...known })
  })

  it('does not take another tree in because an artifact is the same', async () => {
    const own = await named({ gitCommit: c1, gitTree: t1, sha256: digest }, { gitCommit: c2, gitTree: t2, sha256: digest })
    expect(await names(c1, own)).toMatchObject({ commits: [c1], trees: [t1], digests: [digest] })
    expect(await names(c2, own)).toMatchObject({ commits: [c2], trees: [t2], digests: [digest] })
  })

  it('leaves an artifact with the source it was first named with', async () => {
    const own = await named({ gitTree: t2, sha256: digest }, { gitCommit: c1, gitTree: t1, sha256: digest })
    expect(await names(`sha256:${digest}`, own)).toMatchObject({ commits: [], trees: [t2], digests: [digest] })
  })

  it('shows a commit that was named with two trees', async () => {
    const own = await named({ gitCommit: c1, gitTree: t1 }, { gitCommit: c2, gitTree: t1 }, { gitCommit: c2, gitTree: t2 })
    expect(await names(c1, own)).toMatchObject({ commits: [c1, c2], trees: [t1], contradictions: [c2] })
    expect(await names(c2, own)).toMatchObject({ commits: [c1, c2], trees: [t1, t2], contradictions: [c2] })
  })

  it('knows what was never seen by its own name', async () => {
    expect(await names(aSha('f'))).toEqual({ contentId: aSha('f'), commits: [aSha('f')], trees: [], digests: [], contradictions: [] })
    const unseen = `sha256:${'f'.repeat(64)}`
    expect(await names(unseen)).toEqual({ contentId: unseen, commits: [], trees: [], digests: ['f'.repeat(64)], contradictions: [] })
  })

  it('is listed once, where it was first seen', async () => {
    const own = await named({ gitCommit: c1, gitTree: t1 }, { gitTree: t2 }, { gitCommit: c1 }, { sha256: digest })
    const { items } = await ask((session) => pageOfCandidates(session, own.id, { before: null, limit: 10 }))
    expect(items.map(({ contentId, content }) => [contentId, content])).toEqual([
      [`sha256:${digest}`, { sha256: digest }],
      [t2, { gitTree: t2 }],
      [c1, { gitCommit: c1, gitTree: t1 }],
    ])
    expect(await ask((session) => newestCandidate(session, own.id))).toEqual(items[0])
  })

  it('has nothing to do with another repository', async () => {
    const own = await named({ gitCommit: c1, gitTree: t1 })
    const other = await named({ gitCommit: c2, gitTree: t1 })
    expect(await names(t1, own)).toMatchObject({ commits: [c1] })
    expect(await names(t1, other)).toMatchObject({ commits: [c2] })
  })
})

describe('the newest passes are a view of the evidence', () => {
  const table = async () => (await test.database.pool.query('SELECT * FROM latest_pass ORDER BY repository_id, gate')).rows

  it('are byte for byte what a rebuild makes of it, whatever was recorded and revoked', async () => {
    const own = await aRepository()
    const gates = ['global/a', 'global/b', 'global/c', 'global/d']
    const results = ['passed', 'passed', 'failed', 'passed', 'partial'] as const
    let seed = 7
    const pick = <T>(of: readonly T[]): T => {
      seed = (seed * 16_807) % 2_147_483_647
      return of[seed % of.length] as T
    }
    const passes: EvidenceToKeep[] = []
    for (let round = 0; round < 60; round += 1) {
      const batch = Array.from({ length: 1 + (round % 4) }, () => {
        const result = pick(results)
        const executed = pick([0, 3, 3])
        return evidenceToKeep({
          gate: pick(gates),
          result,
          exitCode: result === 'passed' ? 0 : 1,
          content: { gitCommit: aSha(pick(['a', 'b', 'c'])) },
          counts: { executed, passed: executed, failed: 0, skipped: 0 },
        })
      })
      await keep(batch, own)
      passes.push(...batch.filter(({ result }) => result === 'passed'))
      const revoked = passes.length > 0 ? pick(passes) : undefined
      if (round % 2 === 0 && revoked !== undefined) {
        await inTransaction((session) => revokeEvidence(session, revoked, own.id, { at: new Date(), by: 'x', reason: 'y' }))
      }
    }
    const kept = await table()
    expect(kept.filter(({ repository_id }) => repository_id === String(own.id)).length).toBeGreaterThan(2)
    await inTransaction(rebuildLatestPasses)
    expect(await table()).toEqual(kept)
    await test.database.pool.query('DELETE FROM latest_pass')
    await inTransaction(rebuildLatestPasses)
    expect(await table()).toEqual(kept)
  })
})

const UNFILTERED: EvidenceFilter = { gate: null, contentId: null, result: null, profile: null, gates: null }

describe('evidence is listed newest first', () => {
  it('narrowed by gate, result and every way to name its content, each once', async () => {
    const own = await aRepository()
    const [commit, tree] = [aSha('1'), aSha('2')]
    const digest = '3'.repeat(64)
    const kept = [
      evidenceToKeep({ gate: 'global/a', content: { gitCommit: commit, gitTree: tree }, profile: 'hotfix-fast' }),
      evidenceToKeep({ gate: 'global/b', content: { gitTree: tree }, result: 'failed', exitCode: 1 }),
      evidenceToKeep({ gate: 'global/a', content: { gitCommit: commit, sha256: digest }, result: 'failed', exitCode: 1 }),
    ]
    await keep(kept, own)
    const list = async (filter: Partial<EvidenceFilter>) => {
      const whole = { ...UNFILTERED, ...filter }
      const { items, next } = await ask((session) => pageOfEvidence(session, own.id, whole, { before: null, limit: 10 }))
      expect(next).toBeNull()
      return items.map(({ id }) => kept.findIndex((each) => each.id === id))
    }
    expect(await list({})).toEqual([2, 1, 0])
    expect(await list({ contentId: commit })).toEqual([2, 0])
    expect(await list({ contentId: tree })).toEqual([1, 0])
    expect(await list({ contentId: `sha256:${digest}` })).toEqual([2])
    expect(await list({ gate: 'global/a', result: 'failed' })).toEqual([2])
    expect(await list({ contentId: aSha('f') })).toEqual([])
    expect(await list({ profile: 'hotfix-fast' })).toEqual([0])
    expect(await list({ gates: ['global/b', 'global/a'] })).toEqual([2, 1, 0])
    expect(await list({ gates: ['global/b', 'global/c'] })).toEqual([1])
    expect(await list({ gates: ['global/b'], contentId: tree })).toEqual([1])
    expect(await list({ gates: ['global/a'], result: 'failed' })).toEqual([2])
    expect(await list({ gates: [] })).toEqual([])
  })

  it('gives every page by its cursor', async () => {
    const own = await aRepository()
    const kept = Array.from({ length: 7 }, () => evidenceToKeep())
    await keep(kept, own)
    const seen: string[] = []
    let before: bigint | null = null
    do {
      const page = await ask((session) => pageOfEvidence(session, own.id, UNFILTERED, { before, limit: 3 }))
      seen.push(...page.items.map(({ id }) => id))
      before = page.next
      await keep([evidenceToKeep()], own)
    } while (before !== null)
    expect(seen).toEqual(kept.map(({ id }) => id).reverse())
  })
})
