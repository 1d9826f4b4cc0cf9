import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { candidateFacts } from '#lib/store/candidate-facts.ts'
import { pageOfEvidence } from '#lib/store/evidence.ts'
import { historyHead } from '#lib/store/history-head.ts'
import { openPostgres, SESSION_OPTIONS } from '#lib/store/postgres-database.ts'
import { sqlSession } from '#lib/store/sql-session.ts'
import { atMost, atMostOneOf, type Bar } from './bars/bar.ts'
import { times, whole } from './figures.ts'
import { reportHistory } from './history/document.ts'
import { manyLanes } from './history/lanes.ts'
import { load } from './history/load.ts'
import { startServer } from './history/server.ts'
import { serverTime, timeOf } from './history/server-time.ts'
import { ratioOf, spreadOf } from './statistics.ts'

/*
 * What the readiness board asks of a history of 200 domains with 30 gates each, at a tenth of the rows and at all of them, beside the same
 * question put to the history alone.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, rows: { type: 'string', default: '1000000' } } })
const ROWS = values.quick ? 100_000 : Number(values.rows)
const ROUNDS = values.quick ? 3 : 9
const DOMAINS = 200

/** Every hundredth commit runs everything, the others some ten domains. */
const SEED = `
  INSERT INTO "evidence" ("id", "sequence", "repository_id", "gate", "result", "git_commit", "git_tree", "command", "exit_code", "supersedes",
    "definition", "producer_identity", "producer_name", "details", "received_at")
  SELECT gen_random_uuid(), nextval('history_sequence'), 1, g."gate", CASE WHEN random() < 0.97 THEN 'passed' ELSE 'failed' END,
    encode(substr(sha256(('c' || c.n)::bytea), 1, 20), 'hex'), encode(substr(sha256(('t' || c.n)::bytea), 1, 20), 'hex'),
    'make ' || g."gate" || repeat('x', 150), NULL, '{}', 'sha256:' || repeat('0', 64), 'token:initial', 'bench',
    '{"startedAt":null,"finishedAt":null,"artifacts":[],"ciUrl":null}', clock_timestamp()
  FROM generate_series($1::int, $2::int) AS c(n)
  JOIN "bench_gate" g ON c.n % 100 = 0 OR (g."domain" + c.n * 7) % ${DOMAINS} < 10`
/** The history alone, with the index that serves this question best. */
const COVERING =
  'CREATE INDEX "bench_covering" ON "evidence" ("repository_id", "gate", "sequence" DESC) INCLUDE ("result", "git_commit", "received_at")'
const FROM_HISTORY = `SELECT DISTINCT ON ("gate") "gate", "result", "git_commit", "received_at" FROM "evidence" WHERE "repository_id" = 1 ORDER BY "gate", "sequence" DESC`

const server = await startServer()
const client = new Client({ connectionString: server.databaseUrl, options: SESSION_OPTIONS })
const store = openPostgres(server.databaseUrl)
const session = sqlSession(store)
try {
  await send('/api/v1/models', manyLanes(DOMAINS))
  await client.connect()
  await client.query(COVERING)
  await fillGates()
  let commits = 0
  const sizes = [ROWS / 10, ROWS]
  const asked: {
    rows: number
    everything: number[]
    usual: number[]
    head: number[]
    history: number[]
    read: number[]
    page: number[]
  }[] = []
  for (const rows of sizes) {
    commits = await fillTo(rows, commits)
    const [whole100, usual] = [commitOf(Math.floor(commits / 100) * 100), commitOf(Math.floor(commits / 100) * 100 - 1)]
    const found = {
      rows,
      everything: [] as number[],
      usual: [] as number[],
      head: [] as number[],
      history: [] as number[],
      read: [] as number[],
      page: [] as number[],
    }
    // The first round finds nothing in memory yet, at either size.
    for (let round = -1; round < ROUNDS; round += 1) {
      const taken = {
        everything: await serverTime(client, session, (asking) => candidateFacts(asking, 1n, whole100)),
        usual: await serverTime(client, session, (asking) => candidateFacts(asking, 1n, usual)),
        head: await serverTime(client, session, historyHead),
        history: await timeOf(client, FROM_HISTORY),
        read: await timed(() => candidateFacts(session, 1n, whole100)),
      }
      if (round < 0) continue
      found.everything.push(taken.everything)
      found.usual.push(taken.usual)
      found.head.push(taken.head)
      found.history.push(taken.history)
      found.read.push(taken.read)
      found.page.push(
        await timed(() =>
          pageOfEvidence(
            session,
            1n,
            { gate: null, contentId: null, result: null, profile: null, gates: null },
            { before: null, limit: 50 },
          ),
        ),
      )
    }
    asked.push(found)
    process.stderr.write(`${whole(rows)} rows asked\n`)
  }
  const [small, large] = asked
  if (small === undefined || large === undefined) throw new Error('nothing was asked')
  const newest = commitOf(Math.floor(commits / 100) * 100)
  const scanned = await scansOf(async () => {
    await candidateFacts(session, 1n, newest)
    for (const path of [
      'evidence',
      `evidence?content=${newest}`,
      'evidence?result=failed',
      'candidates',
      'debt',
      'skips',
      'promotions',
      'audit',
    ])
      await read(`/api/v1/${path}`)
  })
  await read(`/api/v1/board?commit=${newest}`)
  const board = await load(1, values.quick ? 3_000 : 10_000, () => read(`/api/v1/board?commit=${newest}`))
  const bars: readonly Bar[] = [
    atMost(
      'B1',
      'all that the board asks of a commit that ran everything takes at most 1.2 times as long at ten times the rows',
      ratioOf(large.everything, small.everything),
      1.2,
      times,
    ),
    atMost('B1', 'and of a commit that ran ten domains', ratioOf(large.usual, small.usual), 1.2, times),
    atMostOneOf(
      'B2',
      'all that the board asks of a commit that ran everything is at most 1/50 of `DISTINCT ON` over the history',
      ratioOf(large.everything, large.history),
      50,
    ),
    atMostOneOf('B2', 'and of a commit that ran ten domains', ratioOf(large.usual, large.history), 50),
    {
      id: 'B6',
      claim: 'no list and no board reads the evidence, or the names of candidates, from end to end',
      figure: scanned === 0 ? 'none does' : `${scanned} scans`,
      state: scanned === 0 ? 'reached' : 'not reached',
    },
    atMost('B6', 'a page of 50 takes at most 5 ms', spreadOf(large.page), 5, ({ median }) => `${median.toFixed(1)} ms`),
  ]
  const ms = (samples: readonly number[]) => `${spreadOf(samples).median.toFixed(1)} ms`
  reportHistory(
    'board',
    values.quick,
    `${whole(ROWS)} rows of evidence, ${DOMAINS} domains of 30 gates, median of ${ROUNDS} rounds, times of the server's own clock where nothing else is said.`,
    bars,
    [
      ['all facts of a commit that ran 6,000 gates', ms(large.everything)],
      ['all facts of a commit that ran 10 domains', ms(large.usual)],
      ['whether anything was recorded since: when not, the facts are kept', ms(large.head)],
      ['`DISTINCT ON` over the history', ms(large.history)],
      ['the same, read into memory by the product', ms(large.read)],
      ['a page of 50, asked and read', ms(large.page)],
      ['`GET /api/v1/board`, 200 domains, one after the other', `${board.perSecond.toFixed(1)}/s, slowest ${board.p99.toFixed(0)} ms`],
    ],
  )
  process.exitCode = scanned === 0 ? 0 : 1
} finally {
  await client.end()
  await store.close()
  await server.stop()
}

async function fillGates(): Promise<void> {
  const model = (await read('/api/v1/models/current')) as { lanes: { domainId: string; gates: { id: string }[] }[] }
  const gates = model.lanes.flatMap(({ gates }, domain) => gates.map(({ id }) => ({ gate: id, domain })))
  await client.query('CREATE TABLE "bench_gate" ("gate" text, "domain" int)')
  await client.query('INSERT INTO "bench_gate" SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("gate" text, "domain" int)', [
    JSON.stringify(gates),
  ])
}

async function fillTo(rows: number, from: number): Promise<number> {
  let commits = from
  for (let held = await rowCount(); held < rows; held = await rowCount()) {
    await client.query(SEED, [commits + 1, commits + 100])
    commits += 100
    process.stderr.write(`\r${whole(held)} rows `)
  }
  await client.query(
    'INSERT INTO "candidate" ("repository_id", "content_id", "sequence", "git_commit", "git_tree", "first_seen_at") SELECT DISTINCT ON ("git_commit") 1, "git_commit", "sequence", "git_commit", "git_tree", "received_at" FROM "evidence" ORDER BY "git_commit", "sequence" ON CONFLICT DO NOTHING',
  )
  await client.query('INSERT INTO "commit_tree" SELECT DISTINCT 1, "git_commit", "git_tree" FROM "evidence" ON CONFLICT DO NOTHING')
  await client.query('SELECT "rebuild_latest_pass"()')
  await client.query('VACUUM ANALYZE')
  return commits
}

async function rowCount(): Promise<number> {
  const { rows } = await client.query('SELECT last_value FROM "history_sequence"')
  return Number(rows[0]?.last_value)
}

/** So many times the evidence or the names of candidates were read from end to end while `work` ran. */
async function scansOf(work: () => Promise<void>): Promise<number> {
  const scans = async () => {
    await client.query('SELECT pg_stat_force_next_flush()')
    const { rows } = await client.query(
      `SELECT sum(seq_scan)::int AS scans FROM pg_stat_user_tables WHERE relname IN ('evidence', 'candidate', 'commit_tree')`,
    )
    return Number(rows[0]?.scans)
  }
  await new Promise((resolve) => setTimeout(resolve, 11_000))
  const before = await scans()
  await work()
  await new Promise((resolve) => setTimeout(resolve, 11_000))
  return (await scans()) - before
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await ask()
  return performance.now() - startedAt
}

function commitOf(n: number): string {
  return createHash('sha256').update(`c${n}`).digest('hex').slice(0, 40)
}

async function send(path: string, body: unknown): Promise<void> {
  const answer = await fetch(server.base + path, { method: 'POST', headers: server.headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`)
}

async function read(path: string): Promise<unknown> {
  const answer = await fetch(server.base + path, { headers: server.headers })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}
