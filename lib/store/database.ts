import type { Pool } from 'pg'
import type { PrismaClient } from '#lib/generated/prisma/client.ts'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { openPostgres } from './postgres-database.ts'

/** An open database. Only the store looks inside. */
export interface Database {
  readonly engine: 'embedded' | 'postgresql'
  readonly prisma: PrismaClient
  readonly pool: Pool
  close(): Promise<void>
}

/** What one question or one transaction asks through. Inside a transaction nothing else may be used to reach the database. */
export type Session = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>

/** Where the database is: a PostgreSQL server, or the embedded one in a folder. */
export interface DatabaseLocation {
  readonly databaseUrl: string | null
  readonly dataFolder: string
}

/** Opens the database. For PostgreSQL that does not connect yet: a server that is away is noticed by the first question. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return location.databaseUrl === null ? openEmbeddedDatabase(location.dataFolder) : openPostgres(location.databaseUrl)
}
