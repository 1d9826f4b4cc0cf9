import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Pool } from 'pg'
import { atMost, type Bar } from './bars/bar.ts'
import { times, whole } from './figures.ts'
import { reportHistory } from './history/document.ts'
import { domainId, manyLanes } from './history/lanes.ts'
import { load } from './history/load.ts'
import { startServer } from './history/server.ts'
import { ratioOf, spreadOf } from './statistics.ts'

/*
 * Recording evidence through the product's own endpoint (validated, audited, read model kept, one transaction) beside the same rows put
 * into the same table by raw statements on one connection, and beside the same request to an address where nothing is done with it.
 */

const QUICK = process.argv.includes('--quick')
const ROUNDS = QUICK ? 2 : 5
const BATCH = 200
const BATCHES = QUICK ? 5 : 25
const AT_ONCE = 8
const SINGLES_MS = QUICK ? 1_000 : 4_000
const COLUMNS =
  '"id", "sequence", "repository_id", "gate", "result", "git_commit", "git_tree", "command", "exit_code", "supersedes", "definition", "producer_identity", "producer_name", "details", "received_at"'
const SELECTED = `g."id", nextval('history_sequence'), 1, g."gate", 'passed', g."git_commit", g."git_tree", g."command", 0, '{}', g."definition", 'token:initial', 'bench', g."details", clock_timestamp()`
const GIVEN = `jsonb_to_recordset($1::jsonb) AS g("id" uuid, "gate" text, "git_commit" text, "git_tree" text, "command" text, "definition" text, "details" jsonb)`
const PLAIN = `INSERT INTO "bench_plain" (${COLUMNS}) SELECT ${SELECTED} FROM ${GIVEN}`
const WITH_LATEST = `WITH kept AS (INSERT INTO "bench_plain" (${COLUMNS}) SELECT ${SELECTED} FROM ${GIVEN} RETURNING *)
  INSERT INTO "bench_latest" ("repository_id", "gate", "evidence_id", "sequence", "git_commit", "git_tree", "received_at")
  SELECT DISTINCT ON ("gate") "repository_id", "gate", "id", "sequence", "git_commit", "git_tree", "received_at" FROM kept ORDER BY "gate", "sequence" DESC
  ON CONFLICT ("repository_id", "gate") DO UPDATE SET "evidence_id" = excluded."evidence_id", "sequence" = excluded."sequence",
    "git_commit" = excluded."git_commit", "git_tree" = excluded."git_tree", "received_at" = excluded."received_at"`

const server = await startServer()
const client = new Client({ connectionString: server.databaseUrl })
const pool = new Pool({ connectionString: server.databaseUrl, max: AT_ONCE })
const rounds: Awaited<ReturnType<typeof measureRound>>[] = []
let identical = false
try {
  await send('/api/v1/models', manyLanes(20))
  await client.connect()
  await client.query('CREATE TABLE "bench_plain" (LIKE "evidence" INCLUDING ALL)')
  await client.query('CREATE TABLE "bench_latest" (LIKE "latest_pass" INCLUDING ALL)')
  await send('/api/v1/evidence', someEvidence(BATCH))
  await measureRound()
  for (let round = 1; round <= ROUNDS; round += 1) {
    rounds.push(await measureRound())
    process.stderr.write(`round ${round} of ${ROUNDS}\n`)
  }
  await recordWhatIsNoPass()
  const before = await latestPasses()
  await client.query('SELECT "rebuild_latest_pass"()')
  identical = before === (await latestPasses())
} finally {
  await client.end()
  await pool.end()
  await server.stop()
}

const side = (name: keyof (typeof rounds)[number]) => rounds.map((round) => round[name])
const ratios = {
  batch: ratioOf(side('raw'), side('postedTogether')),
  single: ratioOf(side('nothing'), side('singles')),
  upkeep: ratioOf(side('raw'), side('kept')),
}
const figure = (name: Parameters<typeof side>[0]) => whole(spreadOf(side(name)).median)
const bars: readonly Bar[] = [
  atMost(
    'I1',
    `in batches through the endpoint, ${AT_ONCE} at once, a row takes at most 2.5 times as long as by the raw statement on one connection`,
    ratios.batch,
    2.5,
    times,
  ),
  atMost(
    'I2',
    'a single post takes at most twice as long as the same request to an address where nothing is done with it, 8 at once',
    ratios.single,
    2,
    times,
  ),
  atMost(
    'I2',
    'the slowest of a hundred single posts takes at most 50 ms, 8 at once',
    spreadOf(side('slowest')),
    50,
    ({ median }) => `${median.toFixed(0)} ms`,
  ),
  atMost('I3', 'keeping the newest pass of each gate makes a batch at most 1.5 times as long', ratios.upkeep, 1.5, times),
  {
    id: 'I3',
    claim: 'rebuilt from the evidence, the newest passes are the same to the byte',
    figure: identical ? 'the same' : 'different',
    state: identical ? 'reached' : 'not reached',
  },
]
reportHistory('ingest', QUICK, `PostgreSQL with fsync, batches of ${BATCH}, median of ${ROUNDS} rounds, the sides in turn.`, bars, [
  [`batches through the endpoint, ${AT_ONCE} at once`, `${figure('postedTogether')} rows/s`],
  ['batches through the endpoint, one after the other', `${figure('posted')} rows/s`],
  ['the raw statement', `${figure('raw')} rows/s`],
  ['the raw statement with the newest passes', `${figure('kept')} rows/s`],
  [`single posts, ${AT_ONCE} at once`, `${figure('singles')}/s`],
  [`raw single inserts, ${AT_ONCE} at once`, `${figure('singlesRaw')}/s`],
  [`single posts to an address where nothing is done, ${AT_ONCE} at once`, `${figure('nothing')}/s`],
  [`\`GET /healthz\`, ${AT_ONCE} at once`, `${figure('healthz')}/s`],
])
process.exitCode = identical ? 0 : 1

/** Rows a second and requests a second of every side, one after the other. */
async function measureRound() {
  const batch = () => send('/api/v1/evidence', someEvidence(BATCH))
  const posted = await rowsPerSecond(batch)
  const postedTogether = await rowsPerSecond(batch, AT_ONCE)
  const raw = await rowsPerSecond(() => client.query(PLAIN, [JSON.stringify(someRows(BATCH))]))
  const kept = await rowsPerSecond(() => client.query(WITH_LATEST, [JSON.stringify(someRows(BATCH))]))
  const { perSecond: singles, p99: slowest } = await load(AT_ONCE, SINGLES_MS, () => send('/api/v1/evidence', someEvidence(1)[0]))
  const perSecond = async (ask: () => Promise<unknown>) => (await load(AT_ONCE, SINGLES_MS, ask)).perSecond
  const nothing = await perSecond(() => post('/api/v1/nothing', someEvidence(1)[0]))
  const healthz = await perSecond(() => fetch(`${server.base}/healthz`).then((answer) => answer.text()))
  const singlesRaw = await perSecond(() => pool.query(PLAIN, [JSON.stringify(someRows(1))]))
  await sleep(200)
  return { posted, postedTogether, raw, kept, singles, slowest, nothing, healthz, singlesRaw }
}

async function rowsPerSecond(write: () => Promise<unknown>, atOnce = 1): Promise<number> {
  const startedAt = performance.now()
  let left = BATCHES
  const writer = async () => {
    while (left > 0) {
      left -= 1
      await write()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, writer))
  return (BATCHES * BATCH * 1000) / (performance.now() - startedAt)
}

/** Failures, a run of no tests, and a pass that is taken back: none of them is the newest pass of its gate. */
async function recordWhatIsNoPass(): Promise<void> {
  const [failed, noTests, revoked] = someEvidence(3)
  await send('/api/v1/evidence', [
    { ...failed, result: 'failed', exitCode: 1 },
    { ...noTests, counts: { executed: 0, passed: 0, failed: 0, skipped: 0 } },
  ])
  const { id } = (await send('/api/v1/evidence', revoked)) as { id: string }
  await send(`/api/v1/evidence/${id}/revocation`, { reason: 'ran on the wrong machine' })
}

async function send(path: string, body: unknown): Promise<unknown> {
  const { status, text } = await post(path, body)
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}

async function post(path: string, body: unknown): Promise<{ readonly status: number; readonly text: string }> {
  // As the command line sends it: a request that is sent again is kept once.
  const headers = { ...server.headers, 'idempotency-key': crypto.randomUUID() }
  const answer = await fetch(server.base + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, text: await answer.text() }
}

function someEvidence(count: number) {
  return someRows(count).map(({ gate, git_commit, git_tree, command }) => ({
    gate,
    result: 'passed',
    content: { gitCommit: git_commit, gitTree: git_tree },
    command,
    exitCode: 0,
  }))
}

/** Of the same shape and size on both sides: one commit each, some twenty domains, a command of about 195 characters. */
function someRows(count: number) {
  const [git_commit, git_tree] = [randomBytes(20).toString('hex'), randomBytes(20).toString('hex')]
  return Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    gate: `${domainId(at % 20)}/local/domain-local-gates-${at % 10}`,
    git_commit,
    git_tree,
    command: `make ${domainId(at % 20)} GATE=${at % 10} ${'x'.repeat(170)}`,
    definition: `sha256:${'0'.repeat(64)}`,
    details: { startedAt: null, finishedAt: null, artifacts: [], ciUrl: null },
  }))
}

async function latestPasses(): Promise<string> {
  const { rows } = await client.query(`SELECT string_agg(l::text, E'\\n' ORDER BY "repository_id", "gate") AS all FROM "latest_pass" l`)
  return String(rows[0]?.all)
}
