import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
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
  close(): Promise<void>
}

/** A new database with every migration, on the engine that the tests run on. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('databaseTemplate')
  if (template.engine === 'embedded') {
    const database = connectEmbedded(await PGlite.create({ loadDataDir: new Blob([new Uint8Array(readFileSync(template.dump))]) }))
    return { database, url: null, close: () => database.close() }
  }
  const name = `lanekeeper_test_${randomBytes(6).toString('hex')}`
  await administer(template.adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${template.template}"`)
  const url = urlOfDatabase(template.adminUrl, name)
  const database = openPostgres(url)
  const close = async () => {
    await database.close()
    await administer(template.adminUrl, `DROP DATABASE "${name}" WITH (FORCE)`)
  }
  return { database, url, close }
}

/** A new test database that the store of this process uses until it is closed. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const test = await createTestDatabase()
  setUpStore({ open: async () => ({ ...test.database, close: test.close }), prepare: async () => undefined, patience: 20_000 })
  // Opens it, so that closing the store closes it, whether or not a test has asked anything.
  await ask(async () => undefined)
  return { ...test, close: closeStore }
}
