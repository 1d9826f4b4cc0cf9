import type { Pool } from 'pg'
import type { PrismaClient } from '#lib/generated/prisma/client.ts'

/** An open database. Only the store looks inside. */
export interface Database {
  readonly engine: 'embedded' | 'postgresql'
  readonly prisma: PrismaClient
  readonly pool: Pool
  close(): Promise<void>
}

/** What one question or one transaction asks through. Inside a transaction nothing else may be used to reach the database. */
export type Session = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>
