/**
 * Kills the server (`kill -9`) in the middle of a stream of posts, starts it again, sends what was not acknowledged once more under the
 * same keys, and so on for some rounds. Then everything that was acknowledged must be there, once, and the audit chain must verify.
 *
 *   node test/server-crash/kill-server.mjs
 *
 * Needs a built application. Uses the embedded database in a folder of its own, or the PostgreSQL server of TEST_DATABASE_URL.
 */
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../scripts/steps.mjs'

const ROUNDS = 4
const SENDERS = 8
const TOKEN = randomBytes(24).toString('hex')
const CONTENT = { gitCommit: randomBytes(20).toString('hex'), gitTree: randomBytes(20).toString('hex') }
const GATES = ['global/contracts', 'global/codegen', 'global/boundary_guard', 'global/security_baseline']

const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-crash-'))
const databaseUrl = process.env.TEST_DATABASE_URL ?? ''
const port = await freePort()
const base = `http://127.0.0.1:${port}`
const failures = []
/** By key: the id that was acknowledged, or null while the answer is not known. */
const sent = new Map()

let server = await startServer()
try {
  await sendModel()
  for (let round = 1; round <= ROUNDS; round += 1) {
    const stop = { now: false }
    const senders = Array.from({ length: SENDERS }, () => send(stop))
    await firstAnswers()
    await sleep(300 + Math.random() * 1500)
    server.kill('SIGKILL')
    stop.now = true
    await Promise.all(senders)
    await new Promise((resolve) => (server.exitCode === null && server.signalCode === null ? server.once('exit', resolve) : resolve()))
    server = await startServer()
    await Promise.all(Array.from({ length: SENDERS }, (_, at) => sendAgain(unknownKeys().filter((__, index) => index % SENDERS === at))))
    process.stdout.write(`round ${round}: ${sent.size} sent, killed and started again\n`)
  }
  await checkHistory()
} finally {
  server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
for (const failure of failures) process.stdout.write(`FAILED: ${failure}\n`)
process.stdout.write(`server-crash: ${failures.length === 0 ? 1 : 0} passed, ${failures.length === 0 ? 0 : 1} failed, 0 skipped\n`)
process.exitCode = failures.length === 0 ? 0 : 1

/** A server that has just started takes its time for the first answers; a kill before them would show little. */
async function firstAnswers() {
  const before = acknowledged().length
  for (const startedAt = Date.now(); acknowledged().length < before + SENDERS && Date.now() - startedAt < 30_000; await sleep(20));
}

function acknowledged() {
  return [...sent.values()].filter((id) => id !== null)
}

async function send(stop) {
  while (!stop.now) {
    const key = randomUUID()
    sent.set(key, null)
    await post(key).catch(() => undefined)
  }
}

async function sendAgain(keys) {
  for (const key of keys) {
    for (let attempt = 0; sent.get(key) === null && attempt < 20; attempt += 1) {
      await post(key).catch(() => sleep(250))
    }
    if (sent.get(key) === null) failures.push(`the post ${key} was never acknowledged`)
  }
}

function unknownKeys() {
  return [...sent].filter(([, id]) => id === null).map(([key]) => key)
}

async function post(key) {
  const gate = GATES[Number.parseInt(key.slice(0, 2), 16) % GATES.length]
  const response = await call(
    'POST',
    '/api/v1/evidence',
    { gate, result: 'passed', content: CONTENT, command: `run ${key}`, exitCode: 0 },
    key,
  )
  const document = await response.json()
  if (response.status === 200 || response.status === 201) sent.set(key, document.id)
  else if (response.status !== 503) failures.push(`a post was answered ${response.status}: ${JSON.stringify(document).slice(0, 300)}`)
}

async function checkHistory() {
  const stored = []
  for (let cursor = null; ; ) {
    const page = await (await call('GET', `/api/v1/evidence?limit=200${cursor === null ? '' : `&cursor=${cursor}`}`)).json()
    stored.push(...page.items.map(({ id }) => id))
    cursor = page.next
    if (cursor === null) break
  }
  const known = acknowledged()
  const missing = known.filter((id) => !stored.includes(id))
  if (missing.length > 0) failures.push(`${missing.length} of ${known.length} acknowledged are not there`)
  if (new Set(stored).size !== stored.length || stored.length !== known.length) {
    failures.push(`${known.length} were acknowledged, ${stored.length} are there`)
  }
  const verification = await (await call('GET', '/api/v1/audit/verification')).json()
  if (verification.verified !== true) failures.push(`the audit chain does not verify: ${JSON.stringify(verification)}`)
  process.stdout.write(`${stored.length} recorded, ${known.length} acknowledged, ${verification.entries} entries in the audit chain\n`)
}

function call(method, path, body, key) {
  return fetch(base + path, {
    method,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  })
}

async function sendModel() {
  const child = spawn(process.execPath, [join(root, 'bin', 'lanekeeper'), 'sync', '--repo', 'examples/platform-monorepo'], {
    cwd: root,
    env: { ...process.env, LANEKEEPER_URL: base, LANEKEEPER_TOKEN: TOKEN },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`lanekeeper sync ended with ${code}`)
}

async function startServer() {
  const child = spawn(process.execPath, [join(root, 'scripts', 'serve.mjs'), '--port', String(port)], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LANEKEEPER_DATA: folder,
      LANEKEEPER_DEMO: '0',
      LANEKEEPER_INIT_CI_TOKEN: TOKEN,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const startedAt = Date.now(); Date.now() - startedAt < 60_000; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const ready = await fetch(`${base}/readyz`).catch(() => null)
    if (ready?.ok === true) return child
  }
  throw new Error('the server was not ready within 60 s')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address()
      probe.close(() => resolve(free))
    })
  })
}
