import { createHash } from 'node:crypto'
import pg, { type CustomTypesConfig, type PoolClient, type QueryResult } from 'pg'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { Unavailable } from '#lib/model/unavailable.ts'
import { onConnection } from './connection.ts'
import type { Database, Session } from './database.ts'
import { sqlStateOf, watchConnection } from './outage.ts'

/**
 * A session whose questions go straight to the driver: through any connection of the pool, or the one of a transaction. A PostgreSQL server
 * plans each statement once for a connection; the embedded database has one session for all its connections, so there nothing is named.
 */
export function sqlSession({ engine, pool }: Pick<Database, 'engine' | 'pool'>, transaction: PoolClient | null = null): Session {
  const nameOf = engine === 'postgresql' ? statementName : () => null
  const send = async (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Promise<Answer> => {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values)
    const name = nameOf(sql.text)
    const statement = { text: sql.text, values: sql.values, types: TYPES, ...(name === null ? {} : { name }) }
    const use = (client: PoolClient) => watchConnection(client.query(statement))
    return (transaction === null ? onConnection(pool, use) : use(transaction)).catch((error: unknown) => {
      throw planOutdated(sql.text, error) ?? error
    })
  }
  return {
    $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) => (await send(query, values)).rows as T,
    $executeRaw: async (query, ...values) => (await send(query, values)).rowCount ?? 0,
  }
}

type Answer = QueryResult<Record<string, unknown>>

/** A statement that was prepared before the tables changed is planned each time from now on, and the caller told to come again. */
function planOutdated(text: string, error: unknown): Unavailable | null {
  if (sqlStateOf(error) !== PLAN_OUTDATED) return null
  unnamed.add(text)
  return new Unavailable('the tables have changed since a statement was prepared', { cause: error })
}

const INT8 = 20

/** Whole numbers of the database may be larger than a JavaScript number holds exactly. */
const TYPES: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format)),
}

/** The SQLSTATE of a prepared statement whose answer would have other columns now: a newer version has migrated the database. */
const PLAN_OUTDATED = '0A000'

/** So many statements are planned once for each connection; the program has fewer, but for those that are put together. */
const MOST_NAMED = 400
const names = new Map<string, string>()
const unnamed = new Set<string>()

/** What a statement is prepared as; null for one that is planned each time. */
function statementName(text: string): string | null {
  const known = names.get(text)
  if (unnamed.has(text)) return null
  if (known !== undefined || names.size >= MOST_NAMED) return known ?? null
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}
