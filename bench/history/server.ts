import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** The built application on a PostgreSQL database of its own. */
export interface ServerUnderTest {
  readonly base: string
  readonly databaseUrl: string
  readonly headers: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Starts `next start` on a new database of the server that TEST_DATABASE_URL names. Needs `next build` before. */
export async function startServer(): Promise<ServerUnderTest> {
  const databaseUrl = await newDatabase()
  const token = randomBytes(24).toString('hex')
  const port = await freePort()
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LANEKEEPER_DEMO: '0',
      LANEKEEPER_INIT_CI_TOKEN: token,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const base = `http://127.0.0.1:${port}`
  await ready(base, child)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return { base, databaseUrl, headers, stop: () => stop(child) }
}

async function newDatabase(): Promise<string> {
  const admin = process.env.TEST_DATABASE_URL
  if (!admin) throw new Error('TEST_DATABASE_URL names no PostgreSQL server')
  const name = `bench_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: admin })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

async function ready(base: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${base}/readyz`).catch(() => null)
    if (answer?.ok === true) return
    await sleep(200)
  }
  throw new Error('the server was not ready within a minute')
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
