import type { PoolClient, QueryConfig } from 'pg'
import { Unavailable } from '#lib/model/unavailable.ts'
import { onConnection } from './connection.ts'
import type { Database, Session } from './database.ts'
import { hasLostConnection, watchConnection } from './outage.ts'
import { sqlSession } from './sql-session.ts'

/**
 * Does all of `work` or nothing of it, on one connection. A server that does not begin within `patience` milliseconds is away; what takes
 * four times as long is not kept. Throws `Unavailable` when it is not certain whether anything was kept.
 */
export async function transact<T>(database: Database, patience: number, work: (session: Session) => Promise<T>): Promise<T> {
  return within(database, 'BEGIN', patience, work)
}

/** Asks several questions of one moment, whatever is written meanwhile, and writes nothing. */
export async function atOneMoment<T>(database: Database, patience: number, question: (session: Session) => Promise<T>): Promise<T> {
  return within(database, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', patience, question)
}

async function within<T>(database: Database, start: string, patience: number, work: (session: Session) => Promise<T>): Promise<T> {
  return onConnection(database.pool, async (client) => {
    // The embedded database is never away: its one session has others before us, or the machine was asleep.
    await begin(client, start, database.engine === 'postgresql' ? patience : null)
    const deadline = performance.now() + patience * 4
    try {
      const done = await work(sqlSession(database, client))
      if (performance.now() > deadline) throw new Unavailable('a transaction took too long')
      await commit(client)
      return done
    } catch (error) {
      // A connection that was lost is thrown away, and what was begun on it with it.
      if (!hasLostConnection(error)) await watchConnection(client.query('ROLLBACK'))
      throw error
    }
  })
}

async function begin(client: PoolClient, text: string, patience: number | null): Promise<void> {
  // The driver takes a limit for one statement; its types do not say so.
  const statement: QueryConfig & { query_timeout?: number } = { text, ...(patience === null ? {} : { query_timeout: patience }) }
  await watchConnection(client.query(statement))
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await watchConnection(client.query('COMMIT'))
  // The server answers the commit of a transaction in which a statement has failed by rolling it back, and calls that no error.
  if (command !== 'COMMIT') throw new Error('a failed statement of a transaction was overlooked')
}
