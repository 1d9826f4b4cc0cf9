import type { Pool } from 'pg'
import type { Prisma } from '#lib/generated/prisma/client.ts'

/** An open database. Only the store looks inside. */
export interface Database {
  readonly engine: 'embedded' | 'postgresql'
  readonly pool: Pool
  close(): Promise<void>
}

/** What one question or one transaction asks through. Inside a transaction nothing else may be used to reach the database. */
export interface Session {
  /** The rows of a query. Whole numbers of 8 bytes come as `bigint`, moments as `Date`, JSON as what it says. */
  $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<T>
  /** How many rows a statement has written. */
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<number>
}
