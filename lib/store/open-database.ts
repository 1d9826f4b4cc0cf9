import type { Database } from './database.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { migrateAsItself, migrateAsOwner } from './migrate-as.ts'
import { openPostgres } from './postgres-database.ts'

/** Where the database is: a PostgreSQL server, or the embedded one in a folder. */
export interface DatabaseLocation {
  readonly databaseUrl: string | null
  readonly dataFolder: string
  /** The same server as the owner of the tables; null when the application migrates as itself. */
  readonly migrateDatabaseUrl: string | null
}

/** Opens the database. For PostgreSQL that does not connect yet: a server that is away is noticed by the first question. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return location.databaseUrl === null ? openEmbeddedDatabase(location.dataFolder) : openPostgres(location.databaseUrl)
}

/** Brings a database up to this version, as its owner where one is named. Throws `MigrationRefused`. */
export async function migrateDatabase(database: Database, { migrateDatabaseUrl }: DatabaseLocation): Promise<void> {
  if (migrateDatabaseUrl === null) return migrateAsItself(database)
  const owner = openPostgres(migrateDatabaseUrl)
  try {
    await migrateAsOwner(database, owner)
  } finally {
    await owner.close()
  }
}
