import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { outageOf, watchConnection } from './outage.ts'

/** The database and this program's migrations do not fit together; a person has to decide. */
export class MigrationRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationRefused'
  }
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Any number, but the same one in every version: processes that start together take turns by it. */
const MIGRATION_LOCK = 7_265_706_369

/** Prisma's own table, so that `prisma migrate status` and `deploy` of a machine with the native engine agree with us. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** The folder of migrations, beside the program. */
export function migrationsFolder(): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), 'prisma', 'migrations')
}

/**
 * Applies the migrations that are missing, all or none, one process at a time, and gives back their names.
 * Throws `MigrationRefused` when a migration that was applied has since been edited, has failed, or is not known to this version.
 */
export async function migrate(pool: Pool, folder: string = migrationsFolder()): Promise<readonly string[]> {
  const migrations = readMigrations(folder)
  const client = await watchConnection(pool.connect())
  try {
    await watchConnection(client.query('BEGIN'))
    await watchConnection(client.query('SET LOCAL statement_timeout = 0'))
    await takeMigrationTurn(client)
    await watchConnection(client.query(MIGRATIONS_TABLE))
    const missing = missingMigrations(migrations, await readApplied(client))
    for (const migration of missing) await apply(client, migration)
    await watchConnection(client.query('COMMIT'))
    client.release()
    return missing.map((migration) => migration.name)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    client.release(true)
    throw error
  }
}

/** Waits until no other process migrates, and keeps them waiting until the transaction ends. */
export async function takeMigrationTurn(client: PoolClient): Promise<void> {
  await watchConnection(client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]))
}

/** The names of migrations that are still to be applied; asks only, changes nothing. */
export async function pendingMigrations(pool: Pool, folder: string = migrationsFolder()): Promise<readonly string[]> {
  const migrations = readMigrations(folder)
  const table = await watchConnection(pool.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`))
  if (table.rows[0]?.name == null) return migrations.map((migration) => migration.name)
  return missingMigrations(migrations, await readApplied(pool)).map((migration) => migration.name)
}

interface AppliedMigration {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

async function readApplied(client: Pool | PoolClient): Promise<readonly AppliedMigration[]> {
  const sql = 'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name'
  const answer = await watchConnection(client.query<AppliedMigration>(sql))
  return answer.rows
}

function missingMigrations(migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const migration = known.get(row.migration_name)
    if (migration === undefined) {
      throw new MigrationRefused(
        `the database has the migration ${row.migration_name}, which this version does not know; run the newer version`,
      )
    }
    if (row.finished_at === null)
      throw new MigrationRefused(`the migration ${row.migration_name} has failed before; see its row in _prisma_migrations`)
    if (migration.checksum !== row.checksum)
      throw new MigrationRefused(`the migration ${row.migration_name} was edited after it had been applied`)
    known.delete(row.migration_name)
  }
  return migrations.filter((migration) => known.has(migration.name))
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await watchConnection(client.query(migration.sql))
  } catch (error) {
    throw outageOf(error) ?? new MigrationRefused(`the migration ${migration.name} does not apply`, { cause: error })
  }
  const sql =
    'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)'
  await watchConnection(client.query(sql, [randomUUID(), migration.checksum, migration.name]))
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(/*turbopackIgnore: true*/ folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  if (names.length === 0) throw new MigrationRefused(`no migrations in ${folder}; start the program from its own folder`)
  return names.map((name) => {
    const sql = readFileSync(/*turbopackIgnore: true*/ join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}
