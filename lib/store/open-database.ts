import type { Database } from './database.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { openPostgres } from './postgres-database.ts'

/** Where the database is: a PostgreSQL server, or the embedded one in a folder. */
export interface DatabaseLocation {
  readonly databaseUrl: string | null
  readonly dataFolder: string
}

/** Opens the database. For PostgreSQL that does not connect yet: a server that is away is noticed by the first question. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return location.databaseUrl === null ? openEmbeddedDatabase(location.dataFolder) : openPostgres(location.databaseUrl)
}
