import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { rebuildLatestPasses } from '#lib/store/latest-passes.ts'
import { ask, closeStore, inTransaction } from '#lib/store/session.ts'
import { crashRequest, WRITERS_AT_ONCE } from '#test/crash-request.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { storeReadyModel } from '#test/recording.ts'
import { recordEvidence } from './record-evidence.ts'
import { startStore } from './start-store.ts'
import { verifyAudit } from './verify-audit.ts'

const isPostgres = inject('databaseTemplate').engine === 'postgresql'

let server: TestDatabase | null
let location: string

beforeEach(async () => {
  server = isPostgres ? await createTestDatabase() : null
  location = server?.url ?? mkdtempSync(join(tmpdir(), 'lanekeeper-crash-'))
})
afterEach(async () => {
  await closeStore()
  await server?.close()
  if (server === null) rmSync(location, { recursive: true, force: true })
})

const start = () =>
  startStore({ databaseUrl: isPostgres ? location : null, dataFolder: location }, { initCiToken: null, demo: false, initAdmin: null })
const startWriter = () =>
  spawn(process.execPath, ['--import', 'tsx', 'test/crash-writer.ts', location], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Every request that the writer says was acknowledged, until it is killed in the middle of its work. */
async function killAfter(requests: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const writer = startWriter()
  let said = ''
  writer.stdout.on('data', (chunk) => {
    said += chunk
  })
  while (said.split('\n').length <= requests) await once(writer.stdout, 'data')
  writer.kill('SIGKILL')
  await once(writer, 'close')
  const lines = said.split('\n').slice(0, -1)
  return new Map(lines.map((line) => line.split(' ')).map(([key = '', ...ids]) => [key, ids]))
}

const query = <Row>(sql: string) => ask((session) => session.$queryRaw<Row[]>(Prisma.raw(sql)))

describe('"everything acknowledged is there, once, and the chain verifies"', () => {
  it('after kill -9 in the middle of a stream of posts', { timeout: 240_000 }, async () => {
    await start()
    await storeReadyModel()
    await closeStore()
    const acknowledged = await killAfter(40)
    expect(acknowledged.size).toBeGreaterThanOrEqual(40)

    await start()
    const kept = await query<{ id: string }>('SELECT id::text FROM evidence ORDER BY sequence')
    const ids = new Set(kept.map(({ id }) => id))
    expect([...acknowledged.values()].flat().filter((id) => !ids.has(id))).toEqual([])
    // All of a request or nothing of it: what was not acknowledged any more is at most what was under way.
    expect(kept.length % 3).toBe(0)
    expect(kept.length / 3 - acknowledged.size).toBeLessThanOrEqual(WRITERS_AT_ONCE)

    const [counted] = await query<{ keys: number; entries: number; said: number }>(`SELECT
      (SELECT count(*)::int FROM idempotency_key) AS keys,
      (SELECT count(*)::int FROM audit_event WHERE canonical LIKE '{"action":"evidence.recorded"%') AS entries,
      (SELECT count(DISTINCT named->>'id')::int FROM audit_event, jsonb_path_query(canonical::jsonb, '$.details.evidence[*]') AS named
        WHERE canonical LIKE '{"action":"evidence.recorded"%') AS said`)
    expect(counted).toEqual({ keys: kept.length / 3, entries: kept.length / 3, said: kept.length })
    expect(await verifyAudit()).toMatchObject({ verified: true, entries: kept.length / 3 + 1 })

    const passes = 'SELECT to_json(l)::text AS row FROM latest_pass l ORDER BY gate'
    const before = await query(passes)
    await inTransaction(rebuildLatestPasses)
    expect(await query(passes)).toEqual(before)

    for (const [key, expected] of [...acknowledged].slice(-3)) {
      const again = await recordEvidence(crashRequest(key))
      const document = isRefusal(again) ? expect.fail(again.detail) : again
      expect(document.replayed).toBe(true)
      expect((JSON.parse(document.document) as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(expected)
    }
  })
})
