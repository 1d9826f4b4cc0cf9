import { Pool } from 'pg'
import type { Database } from './database.ts'

/** Times in UTC whatever the server's own zone is; and our questions are over before a plan could be compiled for them. */
export const SESSION_OPTIONS = '-c TimeZone=UTC -c jit=off'

/**
 * Connects to a PostgreSQL server. A server that does not answer is given up on after
 * 1.5 seconds, a statement after 5: a caller is better told to come back than left waiting.
 */
export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 1500,
    statement_timeout: 5000,
    query_timeout: 6000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    application_name: 'lanekeeper',
    options: SESSION_OPTIONS,
  })
  // Without a listener, the loss of an idle connection would end the process. The pool has already dropped it and opens another.
  pool.on('error', () => undefined)
  return { engine: 'postgresql', pool, close: () => pool.end() }
}
