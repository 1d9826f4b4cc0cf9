import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { Unavailable } from '#lib/model/unavailable.ts'
import type { ProxyMode } from '#test/faulty-proxy.ts'
import { openProxiedStore, type ProxiedStore } from '#test/proxied-store.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { firstRepositories, holdRepository } from './repositories.ts'
import { ask, inTransaction } from './session.ts'

if (inject('databaseTemplate').engine === 'postgresql') {
  describe('a PostgreSQL server that is lost while we run', () => {
    let store: ProxiedStore

    beforeEach(async () => {
      store = await openProxiedStore(3000)
      await Promise.all(Array.from({ length: 8 }, () => ask((session) => firstRepositories(session, 1))))
    })
    afterEach(() => store.close())

    async function timed(answer: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
      const startedAt = performance.now()
      const error = await answer.then(
        () => null,
        (thrown: unknown) => thrown,
      )
      return { error, ms: performance.now() - startedAt }
    }

    it.each(['away', 'silent'] satisfies ProxyMode[])(
      'is `Unavailable` within seconds when it is %s, and there again afterwards',
      async (mode) => {
        store.proxy.setMode(mode)
        const asked = await Promise.all([
          timed(ask((session) => firstRepositories(session, 1))),
          timed(inTransaction((session) => holdRepository(session, 'lost'))),
          ...Array.from({ length: 20 }, () => timed(ask((session) => firstRepositories(session, 1)))),
        ])
        expect(asked.filter(({ error }) => !(error instanceof Unavailable))).toEqual([])
        expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(4500)
        store.proxy.setMode('through')
        const until = performance.now() + 15_000
        while ((await timed(ask((session) => firstRepositories(session, 1)))).error !== null && performance.now() < until) {
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        expect(await ask((session) => firstRepositories(session, 1))).toEqual([])
      },
    )

    it('is `Unavailable` when it is lost within a transaction, which then has kept nothing', async () => {
      const lost = inTransaction(async (session) => {
        await holdRepository(session, 'half')
        store.proxy.setMode('away')
        await holdRepository(session, 'other half')
      })
      await expect(lost).rejects.toBeInstanceOf(Unavailable)
      const { rows } = await store.test.database.pool.query('SELECT name FROM repository')
      expect(rows).toEqual([])
    })

    it('is `Unavailable` when it ends our connection from its side', async () => {
      const ended = ask((session) => session.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`)
      await expect(ended).rejects.toBeInstanceOf(Unavailable)
      expect(await ask((session) => firstRepositories(session, 1))).toEqual([])
    })
  })
} else {
  describe('the embedded database', () => {
    it('is for one process at a time', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-locked-'))
      const database = await openEmbeddedDatabase(folder)
      const second = spawn(process.execPath, ['--import', 'tsx', 'test/crash-writer.ts', '', folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [refused] = await once(second.stdout, 'data')
      expect(String(refused)).toBe('refused: FolderLocked\n')
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    })
  })
}
