import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { PrismaClient } from '#lib/generated/prisma/client.ts'
import { watchAdapter } from './outage.ts'

/** Prisma over a pool that the store made; how long a transaction may wait for its turn and last, in milliseconds. */
export function connectPrisma(pool: Pool, transactionOptions: { maxWait: number; timeout: number }): PrismaClient {
  return new PrismaClient({ adapter: watchAdapter(new PrismaPg(pool)), transactionOptions, errorFormat: 'minimal' })
}
