import { afterEach, describe, expect, it } from 'vitest'
import { Unavailable } from '#lib/model/unavailable.ts'
import { createTestDatabase } from '#test/database.ts'
import { firstRepositories, holdRepository } from './repositories.ts'
import { ask, closeStore, inTransaction, missingMigrations, prepareStore, setUpStore } from './session.ts'

afterEach(() => closeStore())

const names = () => ask(async (session) => (await firstRepositories(session, 10)).map(({ name }) => name))

/** A store whose database can be reached once `come` was called; `prepared` counts how often it was prepared. */
async function aStore(patience = 20_000) {
  const test = await createTestDatabase()
  const state = { isThere: true, prepared: 0, database: test.database }
  setUpStore({
    patience,
    open: async () => {
      if (!state.isThere) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'P1001' })
      return { ...test.database, close: test.close }
    },
    prepare: async () => {
      state.prepared += 1
    },
  })
  return state
}

describe('the store is prepared before it is asked', () => {
  it('says that it is unavailable before it is set up', async () => {
    await expect(names()).rejects.toBeInstanceOf(Unavailable)
  })

  it('is prepared once for all who ask at the same time', async () => {
    const state = await aStore()
    expect(await Promise.all([names(), names(), names()])).toEqual([[], [], []])
    await prepareStore()
    expect(state.prepared).toBe(1)
    expect(await missingMigrations()).toEqual([])
  })

  it('is signed for what preparing it has recorded, though nobody records anything after it', async () => {
    const test = await createTestDatabase()
    const told: string[] = []
    setUpStore({
      patience: 20_000,
      open: async () => ({ ...test.database, close: test.close }),
      prepare: async () => void told.push('prepared'),
      guard: {
        examine: async () => {
          told.push('examined')
          return null
        },
        recorded: () => void told.push('recorded'),
      },
    })
    await prepareStore()
    expect(told).toEqual(['examined', 'prepared', 'recorded'])
  })

  it('is unavailable while the database is away, and there when it has come, without a restart', async () => {
    const state = await aStore()
    state.isThere = false
    await expect(names()).rejects.toBeInstanceOf(Unavailable)
    await expect(missingMigrations()).rejects.toBeInstanceOf(Unavailable)
    expect(state.prepared).toBe(0)
    state.isThere = true
    expect(await names()).toEqual([])
  })

  it('migrates again when the database that came back is an older copy', async () => {
    const state = await aStore()
    expect(await names()).toEqual([])
    await state.database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await expect(names()).rejects.toBeInstanceOf(Unavailable)
    expect(await names()).toEqual([])
  })

  it('gives up waiting: a caller is told to come back', async () => {
    await aStore(300)
    await expect(ask(() => new Promise(() => undefined))).rejects.toBeInstanceOf(Unavailable)
    expect(await names()).toEqual([])
  })
})

describe('a transaction keeps all or nothing', () => {
  it('keeps nothing of what fails', async () => {
    await aStore()
    const failing = inTransaction(async (session) => {
      await holdRepository(session, 'half')
      throw new TypeError('our own bug')
    })
    await expect(failing).rejects.toBeInstanceOf(TypeError)
    expect(await names()).toEqual([])
  })

  it('serves many at once', async () => {
    await aStore()
    await Promise.all(Array.from({ length: 12 }, (_, at) => inTransaction((session) => holdRepository(session, `r${at % 4}`))))
    expect(await names()).toEqual(['r0', 'r1', 'r2', 'r3'])
  })
})
