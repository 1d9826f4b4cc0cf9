import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { DatabaseError } from 'pg'
import { inject } from 'vitest'
import type { Database } from '#lib/store/database.ts'
import { connectEmbedded } from '#lib/store/embedded-database.ts'
import { openPostgres } from '#lib/store/postgres-database.ts'
import { ask, closeStore, setUpStore } from '#lib/store/session.ts'
import { administer, urlOfDatabase } from './database-setup.ts'

export interface TestDatabase {
  readonly database: Database
  /** Its address; null for the embedded one. */
  readonly url: string | null
  /** Another database with what is in it now, as a dump would have it. */
  copy(): Promise<TestDatabase>
  close(): Promise<void>
}

/** A new database with every migration, on the engine that the tests run on. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('databaseTemplate')
  if (template.engine === 'embedded') return embedded(new Blob([new Uint8Array(readFileSync(template.dump))]))
  return copyOnServer(template.adminUrl, template.template)
}

async function embedded(dump: Blob): Promise<TestDatabase> {
  const engine = await PGlite.create({ loadDataDir: dump })
  const database = connectEmbedded(engine)
  return { database, url: null, copy: async () => embedded(await engine.dumpDataDir('none')), close: () => database.close() }
}

/** What PostgreSQL says of a database that somebody is connected to. */
const IN_USE = '55006'

async function copyOnServer(adminUrl: string, from: string): Promise<TestDatabase> {
  const name = `lanekeeper_test_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${from}"`)
  const url = urlOfDatabase(adminUrl, name)
  const database = openPostgres(url)
  const copy = async (attempts = 5): Promise<TestDatabase> => {
    // Nobody may be connected to what is copied; whoever was connects again, perhaps too soon.
    await administer(adminUrl, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    try {
      return await copyOnServer(adminUrl, name)
    } catch (error) {
      if (attempts > 1 && error instanceof DatabaseError && error.code === IN_USE) return copy(attempts - 1)
      throw error
    }
  }
  const close = async () => {
    await database.close()
    await administer(adminUrl, `DROP DATABASE "${name}" WITH (FORCE)`)
  }
  return { database, url, copy, close }
}

/** A new test database that the store of this process uses until it is closed. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const test = await createTestDatabase()
  setUpStore({ open: async () => ({ ...test.database, close: test.close }), prepare: async () => undefined, patience: 20_000 })
  // Opens it, so that closing the store closes it, whether or not a test has asked anything.
  await ask(async () => undefined)
  return { ...test, close: closeStore }
}
