import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { isRefusal } from '#lib/model/refusal.ts'
import { Unavailable } from '#lib/model/unavailable.ts'
import { ask } from '#lib/store/session.ts'
import { evidenceToKeep } from '#test/builders/evidence-to-keep.ts'
import { openTestDatabase } from '#test/database.ts'
import { openProxiedStore, type ProxiedStore } from '#test/proxied-store.ts'
import { storeReadyModel } from '#test/recording.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { keepInGroups } from './keep-in-groups.ts'

/** A batch of passes, as `recordEvidence` makes it. */
const asked = (current: CurrentModel) => ({
  current,
  record: {
    repository: current.repository,
    evidence: Array.from({ length: 150 }, () => evidenceToKeep()),
    canonical: '{"action":"evidence.recorded"}',
    answer: null,
  },
})

async function currentModel(): Promise<CurrentModel> {
  const current = await loadCurrentModel(null)
  return isRefusal(current) ? expect.fail(current.detail) : current
}

describe('many requests at once', () => {
  it('are kept, all of them, whatever the engine', async () => {
    const test = await openTestDatabase()
    await storeReadyModel()
    const current = await currentModel()
    const kept = await Promise.all(Array.from({ length: 20 }, () => keepInGroups(asked(current))))
    expect(kept.map(({ length }) => length)).toEqual(Array.from({ length: 20 }, () => 150))
    const { rows } = await test.database.pool.query('SELECT count(*)::int AS kept FROM evidence')
    expect(rows).toEqual([{ kept: 3000 }])
    await test.close()
  })
})

if (inject('databaseTemplate').engine === 'postgresql') {
  describe('a database that is lost while many wait for their turn', () => {
    let store: ProxiedStore

    beforeEach(async () => {
      store = await openProxiedStore(500)
    })
    afterEach(() => store.close())

    it('is `Unavailable` for all of them at once, not for one after the other, and none of it was kept', { timeout: 20_000 }, async () => {
      await storeReadyModel()
      const current = await currentModel()
      store.proxy.setMode('silent')
      // One after the other they would take forty times the two seconds that a write is waited for.
      const answers = await Promise.allSettled(Array.from({ length: 40 }, () => keepInGroups(asked(current))))
      const reasons = answers.map((answer) => (answer.status === 'rejected' ? answer.reason : null))
      expect(reasons.filter((reason) => !(reason instanceof Unavailable))).toEqual([])
      const { rows } = await store.test.database.pool.query('SELECT count(*)::int AS kept FROM evidence')
      expect(rows).toEqual([{ kept: 0 }])
      store.proxy.setMode('through')
      await expect.poll(() => ask(async () => 'there').catch(() => 'away'), { timeout: 10_000 }).toBe('there')
      expect(await keepInGroups(asked(current))).toHaveLength(150)
    })
  })
}
