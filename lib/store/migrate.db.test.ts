import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { MigrationRefused, migrate, migrationsFolder, pendingMigrations } from './migrate.ts'

let test: TestDatabase
let folder: string

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

beforeEach(async () => {
  await test.database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  folder = mkdtempSync(join(tmpdir(), 'lanekeeper-migrations-'))
  cpSync(migrationsFolder(), folder, { recursive: true })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function names(): string[] {
  return readdirSync(folder).filter((name) => !name.endsWith('.toml'))
}

describe('the server migrates at its start', () => {
  it('applies every migration once and then has nothing to do', async () => {
    expect(await pendingMigrations(test.database.pool, folder)).toEqual(names())
    expect(await migrate(test.database.pool, folder)).toEqual(names())
    expect(await migrate(test.database.pool, folder)).toEqual([])
    expect(await pendingMigrations(test.database.pool, folder)).toEqual([])
  })

  it('lets one of two that start together apply them', async () => {
    const applied = await Promise.all([migrate(test.database.pool, folder), migrate(test.database.pool, folder)])
    expect(applied.flat().sort()).toEqual(names())
  })

  it("keeps Prisma's own book, so that `prisma migrate status` agrees", async () => {
    await migrate(test.database.pool, folder)
    const { rows } = await test.database.pool.query('SELECT * FROM "_prisma_migrations"')
    expect(rows).toHaveLength(names().length)
    for (const row of rows) {
      expect(row).toMatchObject({
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(row.finished_at).toBeInstanceOf(Date)
    }
  })

  it('refuses a migration that was edited after it had been applied', async () => {
    await migrate(test.database.pool, folder)
    writeFileSync(join(folder, names()[0] ?? '', 'migration.sql'), 'SELECT 1')
    await expect(migrate(test.database.pool, folder)).rejects.toThrow(/was edited/)
  })

  it('refuses a database that a newer version has migrated', async () => {
    await migrate(test.database.pool, folder)
    await test.database.pool.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', repeat('0', 64), '29990101000000_newer', now())`,
    )
    await expect(migrate(test.database.pool, folder)).rejects.toThrow(MigrationRefused)
  })

  it('applies all or none: what a bad migration has done is undone', async () => {
    const bad = join(folder, '29990101000000_bad')
    cpSync(join(folder, names()[0] ?? ''), bad, { recursive: true })
    writeFileSync(join(bad, 'migration.sql'), 'CREATE TABLE half_done (a int); SELECT no_such_column;')
    await expect(migrate(test.database.pool, folder)).rejects.toThrow(MigrationRefused)
    const { rows } = await test.database.pool.query(`SELECT to_regclass('half_done')::text AS a, to_regclass('model')::text AS b`)
    expect(rows).toEqual([{ a: null, b: null }])
    rmSync(bad, { recursive: true })
    expect(await migrate(test.database.pool, folder)).toEqual(names())
  })
})
