import type { Database } from './database.ts'
import { MigrationRefused, migrate, pendingMigrations, takeMigrationTurn } from './migrate.ts'
import { sqlStateOf, watchConnection } from './outage.ts'

const NOT_PERMITTED = '42501'

/** Migrates as the role that the application connects as. Asks first: a role that may only append cannot even try. */
export async function migrateAsItself({ pool }: Database): Promise<void> {
  const missing = await pendingMigrations(pool)
  if (missing.length === 0) return
  try {
    await migrate(pool)
  } catch (error) {
    if (sqlStateOf(error) !== NOT_PERMITTED && sqlStateOf(error instanceof Error ? error.cause : null) !== NOT_PERMITTED) throw error
    throw new MigrationRefused(
      `the database lacks the migrations ${missing.join(', ')}, and the role of DATABASE_URL may not apply them; set LANEKEEPER_MIGRATE_DATABASE_URL to the owner of the tables`,
      { cause: error },
    )
  }
}

/** Migrates as the owner of the tables, and gives the role of the application what it needs of them and no more. */
export async function migrateAsOwner(application: Database, owner: Database): Promise<void> {
  await migrate(owner.pool)
  const role = await roleOf(application)
  // A role that took its own rights away could not migrate the next time. That it could rewrite history is said elsewhere.
  if (role === (await roleOf(owner))) return
  const client = await watchConnection(owner.pool.connect())
  try {
    await watchConnection(client.query('BEGIN'))
    await takeMigrationTurn(client)
    await watchConnection(client.query('SELECT grant_to_application($1)', [role]))
    await watchConnection(client.query('COMMIT'))
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function roleOf({ pool }: Database): Promise<string> {
  const { rows } = await watchConnection(pool.query<{ role: string }>('SELECT current_user::text AS "role"'))
  return rows[0]?.role ?? ''
}
