import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { memoryEnvironment, memoryOptions } from '../../scripts/memory.mjs'
import { freePort, stop, untilAnswered } from './process.ts'

/** The built application on a PostgreSQL database of its own. */
export interface ServerUnderTest {
  readonly base: string
  readonly databaseUrl: string
  readonly headers: Readonly<Record<string, string>>
  /** The process that serves. */
  readonly pid: number
  stop(): Promise<void>
}

/** Starts it on a new database of the server that TEST_DATABASE_URL names, with these settings beside. Needs `next build` before. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<ServerUnderTest> {
  const databaseUrl = await newDatabase()
  const token = randomBytes(24).toString('hex')
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'lanekeeper-bench-'))
  const child = spawn(process.execPath, [...memoryOptions(process.env), 'scripts/serve.mjs', '--port', String(port)], {
    env: {
      ...process.env,
      ...memoryEnvironment(process.env),
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LANEKEEPER_DATA: data,
      LANEKEEPER_DEMO: '0',
      LANEKEEPER_INIT_CI_TOKEN: token,
      NEXT_TELEMETRY_DISABLED: '1',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const base = `http://127.0.0.1:${port}`
  await untilAnswered(`${base}/readyz`, child)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const { pid } = child
  if (pid === undefined) throw new Error('the server has no process')
  return { base, databaseUrl, headers, pid, stop: () => stop(child).finally(() => rmSync(data, { recursive: true, force: true })) }
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
