import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { connectEmbedded } from '#lib/store/embedded-database.ts'
import { migrate } from '#lib/store/migrate.ts'
import { openPostgres } from '#lib/store/postgres-database.ts'

/** Where the tests find a database with every migration, to be copied: once migrated, copied for each test. */
export type TestDatabaseTemplate =
  | { readonly engine: 'embedded'; readonly dump: string }
  | { readonly engine: 'postgresql'; readonly adminUrl: string; readonly template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    databaseTemplate: TestDatabaseTemplate
  }
}

/** Runs once before the database tests: on the server of TEST_DATABASE_URL when that is set, else on the embedded database. */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env.TEST_DATABASE_URL
  console.log(`The database tests run on ${adminUrl ? 'PostgreSQL (TEST_DATABASE_URL)' : 'the embedded database'}.`)
  return adminUrl ? setUpPostgres(project, adminUrl) : setUpEmbedded(project)
}

async function setUpEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-test-'))
  const dump = join(folder, 'template.tar')
  const engine = await PGlite.create()
  const database = connectEmbedded(engine)
  await migrate(database.pool)
  writeFileSync(dump, new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer()))
  await database.close()
  project.provide('databaseTemplate', { engine: 'embedded', dump })
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function setUpPostgres(project: TestProject, adminUrl: string): Promise<() => Promise<void>> {
  const template = `lanekeeper_template_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `CREATE DATABASE "${template}"`)
  const database = openPostgres(urlOfDatabase(adminUrl, template))
  await migrate(database.pool)
  await database.close()
  project.provide('databaseTemplate', { engine: 'postgresql', adminUrl, template })
  return () => administer(adminUrl, `DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`)
}

/** The address of another database of the same server. */
export function urlOfDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement as the server's administrator. */
export async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
