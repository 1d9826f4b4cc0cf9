import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { aSha } from '#test/recording.ts'
import { auditEntriesAfter, auditEntryOfEvidence, pageOfAudit } from './audit.ts'
import { candidateFacts, factsOfCandidates } from './candidate-facts.ts'
import { candidatesBeginning, firstSeenAt, pageOfCandidates } from './candidates.ts'
import type { Session } from './database.ts'
import { debtOfCandidate, linesToCount, openDebtOf, pageOfDebt } from './debt.ts'
import { evidenceAnswering, pageOfEvidence } from './evidence.ts'
import { announcedPasses, guardReports } from './evidence-trends.ts'
import { changesAfter, newestEntry } from './history-head.ts'
import { pageOfPromotions, promotionsOfCandidate } from './promotions.ts'
import { lapsedRuns } from './runs.ts'
import { ask } from './session.ts'
import { declaredMoments, pageOfSkips, skipsRunLater } from './skips.ts'
import { pageOfTimeline } from './timeline.ts'

let test: TestDatabase

const ROWS = 10_000
const REPOSITORY = 2n
const PAGE = { before: 7_500n, limit: 50 }

/** One large repository beside another; 100 commits with 100 rows of evidence each. */
beforeAll(async () => {
  test = await openTestDatabase()
  const content = `lpad(to_hex(n / 100), 40, '0'), lpad(to_hex(n / 100), 40, 'f'), lpad(to_hex(n / 100), 64, '0')`
  const uuid = `lpad(to_hex(n), 32, '0')::uuid`
  const rows = `generate_series(1, ${ROWS}) AS n`
  const statements = `
    INSERT INTO repository (name) VALUES ('other'), ('large');
    INSERT INTO evidence (id, sequence, repository_id, gate, result, git_commit, git_tree, sha256, command, supersedes, definition,
      producer_identity, producer_name, details, received_at)
    SELECT ${uuid}, n, 2, 'd/local/g' || n % 100, CASE WHEN n % 500 = 0 THEN 'failed' ELSE 'passed' END, ${content}, 'x', '{}',
      repeat('d', 64), 'token:x', 'x', '{}', now() FROM ${rows};
    INSERT INTO skip (id, sequence, repository_id, gate, profile, git_commit, git_tree, sha256, reason, prior, risk, declared_by, declared_at)
    SELECT ${uuid}, n, 2, 'd/local/g' || n % 100, 'p', ${content}, 'r', ${uuid}::text, 'none', 'token:x', now() FROM ${rows};
    INSERT INTO announced_run (id, sequence, repository_id, profile, git_commit, git_tree, sha256, gates, announced_by, announced_at, deadline,
      closed_at, closed_by)
    SELECT ${uuid}, n, 2, 'p', ${content}, '{d/local/g1}', 'token:x', now(), now(), CASE WHEN n > 10 THEN now() END,
      CASE WHEN n > 10 THEN 'server' END FROM ${rows};
    INSERT INTO candidate SELECT 2, lpad(to_hex(n), 40, '0'), n, lpad(to_hex(n), 40, '0'), NULL, NULL, now() FROM ${rows};
    INSERT INTO commit_tree SELECT DISTINCT 2, lpad(to_hex(n / 100), 40, '0'), lpad(to_hex(n / 100), 40, 'f') FROM ${rows};
    INSERT INTO commit_tree SELECT 1, lpad(to_hex(n), 40, '0'), lpad(to_hex(n), 40, 'e') FROM ${rows};
    INSERT INTO digest_source SELECT 2, lpad(to_hex(n), 64, '0'), lpad(to_hex(n), 40, '0'), n FROM ${rows};
    INSERT INTO debt_line (id, sequence, repository_id, kind, gate, content_id, reasons, opened_at, closed_at, closed_by)
    SELECT ${uuid}, n, 2, 'partial', 'd/local/g' || n % 100, lpad(to_hex(n / 100), 40, '0'), '{}', now(),
      CASE WHEN n % 500 > 0 THEN now() END, CASE WHEN n % 500 > 0 THEN ARRAY[${uuid}] END FROM ${rows};
    INSERT INTO promotion SELECT ${uuid}, n, 2, 'd', ${content}, 'sha256:' || repeat('a', 64), '[1,2,3,4,5,6,7,8]', 'token:x', now() FROM ${rows};
    INSERT INTO audit_event (sequence, at, canonical, previous_hash, hash) SELECT 0, 0, '{}', '', '' FROM generate_series(1, 2000);
    ANALYZE`
  // One by one: the server gives no statement more than its time.
  for (const statement of statements.split(';\n')) await test.database.pool.query(statement)
})
afterAll(() => test.close())

/** Every plan of the statements that a question is asked with. */
async function plansOf(question: (session: Session) => Promise<unknown>): Promise<string> {
  const statements: Prisma.Sql[] = []
  await ask(async (session) => {
    const watched = new Proxy(session, {
      get: (target, key) =>
        key !== '$queryRaw'
          ? Reflect.get(target, key)
          : (query: Prisma.Sql | TemplateStringsArray, ...values: unknown[]) => {
              const statement = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values)
              statements.push(statement)
              return target.$queryRaw(statement)
            },
    })
    await question(watched)
  })
  expect(statements.length).toBeGreaterThan(0)
  const plans = await ask(async (session) => {
    const found: unknown[] = []
    for (const statement of statements) found.push(await session.$queryRaw(Prisma.sql`EXPLAIN (COSTS OFF) ${statement}`))
    return found
  })
  return plans.map((rows) => (rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']).join('\n')).join('\n\n')
}

const RECORD = '00000000-0000-4000-8000-000000000007'
const commit = '63'.padStart(40, '0')
const ANY_DEBT = { state: null, kinds: null, domain: null }
const narrowed = (filter: object) => ({ gate: null, contentId: null, result: null, profile: null, gates: null, ...filter })

describe('"read by index: no loop of queries per row when a board is asked for"', () => {
  it.each<[string, (session: Session) => Promise<unknown>]>([
    ['a page of evidence', (session) => pageOfEvidence(session, REPOSITORY, narrowed({}), PAGE)],
    ['of a gate', (session) => pageOfEvidence(session, REPOSITORY, narrowed({ gate: 'd/local/g7' }), PAGE)],
    ['of a commit or tree', (session) => pageOfEvidence(session, REPOSITORY, narrowed({ contentId: commit }), PAGE)],
    ['of an artifact', (session) => pageOfEvidence(session, REPOSITORY, narrowed({ contentId: `sha256:${'1'.padStart(64, '0')}` }), PAGE)],
    ['with a result that is rare', (session) => pageOfEvidence(session, REPOSITORY, narrowed({ result: 'failed' }), PAGE)],
    ['of a profile', (session) => pageOfEvidence(session, REPOSITORY, narrowed({ profile: 'rare' }), PAGE)],
    ['of the gates of a domain', (session) => pageOfEvidence(session, REPOSITORY, narrowed({ gates: ['d/local/g7', 'd/local/g8'] }), PAGE)],
    [
      'of these on a commit',
      (session) => pageOfEvidence(session, REPOSITORY, narrowed({ gates: ['d/local/g7'], contentId: commit }), PAGE),
    ],
    ['what answers a piece of evidence', (session) => evidenceAnswering(session, REPOSITORY, RECORD, 10)],
    ['a page of skips with their proofs', (session) => pageOfSkips(session, REPOSITORY, { gates: null }, PAGE)],
    ['candidates by the beginning of their name', (session) => candidatesBeginning(session, REPOSITORY, commit.slice(0, 38), 8)],
    ['a page of candidates', (session) => pageOfCandidates(session, REPOSITORY, PAGE)],
    ['a page of the ledger', (session) => pageOfDebt(session, REPOSITORY, ANY_DEBT, PAGE)],
    ['a page of what is open', (session) => pageOfDebt(session, REPOSITORY, { ...ANY_DEBT, state: 'open' }, PAGE)],
    [
      'what is hidden, of a domain',
      (session) => pageOfDebt(session, REPOSITORY, { state: 'open', kinds: ['hidden-skip'], domain: 'd' }, PAGE),
    ],
    ['the lines that trends are counted from', (session) => linesToCount(session, REPOSITORY, 200)],
    ['when skips were declared', (session) => declaredMoments(session, REPOSITORY, 200)],
    [
      'skips whose gate was run later',
      (session) => skipsRunLater(session, ['1'.padStart(32, '0').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')]),
    ],
    ['the skips of some gates', (session) => pageOfSkips(session, REPOSITORY, { gates: ['d/local/g7'] }, PAGE)],
    ['when anything was first recorded', (session) => firstSeenAt(session, REPOSITORY)],
    ['the passes that lead times are taken from', (session) => announcedPasses(session, REPOSITORY, 200)],
    ['what a guard reported', (session) => guardReports(session, REPOSITORY, ['d/local/g7'], 20)],
    ['everything about several commits', (session) => factsOfCandidates(session, REPOSITORY, [commit, aSha('f')])],
    ['some gates of several commits', (session) => factsOfCandidates(session, REPOSITORY, [commit], { gates: ['d/local/g7'] })],
    ['what is open for a gate of a candidate', (session) => openDebtOf(session, REPOSITORY, [commit], ['d/local/g7'])],
    ['a page of promotions', (session) => pageOfPromotions(session, REPOSITORY, PAGE)],
    [
      'the promotions of a candidate',
      (session) => promotionsOfCandidate(session, REPOSITORY, { commits: [commit], trees: [aSha('f')], digests: [] }),
    ],
    [
      'the timeline of a domain',
      (session) => pageOfTimeline(session, REPOSITORY, { domain: 'd', gates: ['d/local/g7', 'd/local/g8'] }, null, PAGE),
    ],
    ['the debt of a candidate', (session) => debtOfCandidate(session, REPOSITORY, [commit])],
    ['a page of the audit chain', (session) => pageOfAudit(session, { repository: null, action: null }, PAGE)],
    ['a page of one kind of entry', (session) => pageOfAudit(session, { repository: null, action: 'token.created' }, PAGE)],
    ['the entry of a piece of evidence', (session) => auditEntryOfEvidence(session, { id: RECORD, at: new Date() }, 'evidence.recorded')],
    ['a piece of the audit chain', (session) => auditEntriesAfter(session, 1500, 100)],
    ['how far the history goes', (session) => newestEntry(session)],
    ['what was recorded since', (session) => changesAfter(session, 1500, 100)],
    ['runs that have lapsed', (session) => lapsedRuns(session, REPOSITORY, new Date(), 20)],
    ['everything about a commit', (session) => candidateFacts(session, REPOSITORY, commit)],
    ['everything about an artifact', (session) => candidateFacts(session, REPOSITORY, `sha256:${'1'.padStart(64, '0')}`)],
    ['a gate of a commit', (session) => candidateFacts(session, REPOSITORY, commit, { gates: ['d/local/g7'] })],
    ['a commit that was never seen', (session) => candidateFacts(session, REPOSITORY, aSha('f'))],
  ])('%s is found without reading a table through', async (_, question) => {
    const plans = await plansOf(question)
    expect(plans).toMatch(/Index|Bitmap/)
    expect(plans).not.toMatch(
      /Seq Scan on "?(evidence|skip|announced_run|candidate|commit_tree|digest_source|debt_line|promotion|audit_event)/,
    )
  })
})
