import { Unavailable } from '#lib/model/unavailable.ts'
import type { Database, Session } from './database.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { outageOf } from './outage.ts'
import { sqlSession } from './sql-session.ts'
import { atOneMoment, transact } from './transaction.ts'

/** How this process comes by its database. */
export interface StoreSetup {
  open(): Promise<Database>
  /** Brings it up to this version; without it the application migrates as itself. */
  migrate?(database: Database): Promise<void>
  /** What must be in the database before anything else is asked of it, after the migrations; run once, in a transaction. */
  prepare(session: Session): Promise<void>
  /** How long a question may take, in milliseconds, before the caller is told to come back. */
  readonly patience: number
  /** Who holds the history against what was signed outside the database; without it nobody does. */
  readonly guard?: HistoryGuard
}

/** Watches over the history from outside the database. */
export interface HistoryGuard {
  /** Looks at a database before it is used, also at one that comes back; why it is not the one that was signed for, or null. */
  examine(session: Session): Promise<string | null>
  /** Something may have been recorded. */
  recorded(): void
}

interface StoreState {
  readonly setup: StoreSetup
  database: Promise<Database> | null
  prepared: Promise<Database> | null
  /** Why nothing may be recorded; null when it may. */
  doubt: string | null
  readonly writers: Writers
}

declare global {
  /** One store per process, also when a bundler loads this file more than once. */
  var lanekeeperStore: StoreState | undefined
}

/** Says where this process finds its database. Opens nothing yet. */
export function setUpStore(setup: StoreSetup): void {
  globalThis.lanekeeperStore = { setup, database: null, prepared: null, doubt: null, writers: { writing: 0, waiting: [] } }
}

/** Opens the database and brings it up to this version; does nothing when that is done. Throws what went wrong, as it is. */
export async function prepareStore(): Promise<void> {
  await preparedDatabase(currentState())
}

/** Asks one question outside a transaction. Throws `Unavailable` when the database does not answer. */
export async function ask<T>(question: (session: Session) => Promise<T>): Promise<T> {
  const state = currentState()
  return reach(state, state.setup.patience, (database) => question(sqlSession(database)))
}

/** Asks several questions whose answers must be of one moment. Throws `Unavailable` when the database does not answer. */
export async function askOfOneMoment<T>(questions: (session: Session) => Promise<T>): Promise<T> {
  const state = currentState()
  return reach(state, state.setup.patience, (database) => atOneMoment(database, state.setup.patience, questions))
}

/** Does all of `work` or nothing of it. Within, only the given session may be used. Throws `Unavailable` when that is not certain. */
export async function inTransaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const state = currentState()
  // Keeping takes longer than asking: a stored model may be many megabytes. A database that is away is noticed when the transaction begins.
  const { patience } = state.setup
  return reach(state, patience * 4, (database) => record(state, () => transact(database, patience, work)))
}

/** Does what one statement does, which is all or nothing by itself. Throws `Unavailable` when that is not certain. */
export async function inOneStatement<T>(statement: (session: Session) => Promise<T>): Promise<T> {
  const state = currentState()
  return reach(state, state.setup.patience * 4, (database) => record(state, () => statement(sqlSession(database))))
}

/** Which database it is. Throws `Unavailable` when it cannot be reached. */
export async function storeEngine(): Promise<Database['engine']> {
  const state = currentState()
  return reach(state, state.setup.patience, async ({ engine }) => engine)
}

/** Why nothing may be recorded at present: the history is not the one that was signed for. Null when it is, or when nobody signs. */
export function historyDoubt(): string | null {
  return globalThis.lanekeeperStore?.doubt ?? null
}

/** From here on nothing is recorded, until the database was examined again. */
export function doubtHistoryFromNow(because: string): void {
  currentState().doubt = because
}

async function record<T>(state: StoreState, write: () => Promise<T>): Promise<T> {
  if (state.doubt !== null) throw new Unavailable(state.doubt, { reason: 'audit-rollback' })
  const done = await writersInTurn(state, write)
  state.setup.guard?.recorded()
  return done
}

/** The migrations that the database still lacks; empty when it is ready. Throws `Unavailable` when it does not answer. */
export async function missingMigrations(): Promise<readonly string[]> {
  const state = currentState()
  return reach(state, state.setup.patience, (database) => pendingMigrations(database.pool))
}

/** Closes the database, if it was opened. */
export async function closeStore(): Promise<void> {
  const state = globalThis.lanekeeperStore
  globalThis.lanekeeperStore = undefined
  const database = await state?.database?.catch(() => null)
  await database?.close()
}

function currentState(): StoreState {
  const state = globalThis.lanekeeperStore
  if (state === undefined) throw new Unavailable('the store is not set up yet')
  return state
}

async function reach<T>(state: StoreState, patience: number, use: (database: Database) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`the database did not answer within ${patience} ms`)), patience)
  })
  try {
    return await Promise.race([reachDatabase(state, use), deadline])
  } finally {
    clearTimeout(timer)
  }
}

async function reachDatabase<T>(state: StoreState, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await preparedDatabase(state).catch((error: unknown) => {
    throw outageOf(error) ?? new Unavailable('the database could not be prepared', { cause: error })
  })
  try {
    return await use(database)
  } catch (error) {
    const outage = outageOf(error)
    // The database that comes back may be another one, or an older copy: hold it against the migrations again before it is used.
    if (outage !== null) state.prepared = null
    throw outage ?? error
  }
}

/** Shared by all who wait; forgotten when it fails, so that the next to ask tries again. */
function preparedDatabase(state: StoreState): Promise<Database> {
  if (state.prepared === null) {
    const attempt = prepare(state)
    state.prepared = attempt
    attempt.catch(() => {
      if (state.prepared === attempt) state.prepared = null
    })
  }
  return state.prepared
}

async function prepare(state: StoreState): Promise<Database> {
  state.database ??= state.setup.open()
  const opening = state.database
  const database = await opening.catch((error: unknown) => {
    if (state.database === opening) state.database = null
    throw error
  })
  if (state.setup.migrate === undefined) await migrate(database.pool)
  else await state.setup.migrate(database)
  state.doubt = (await state.setup.guard?.examine(sqlSession(database))) ?? null
  // On a history that is not the one that was signed for nothing is recorded, not even who may sign in.
  if (state.doubt === null) {
    await transact(database, state.setup.patience, state.setup.prepare)
    state.setup.guard?.recorded()
  }
  return database
}

/** Whoever writes waits for the audit chain, one after the other; those that wait must leave connections to whoever only asks. */
const MOST_WRITING = 3

interface Writers {
  writing: number
  readonly waiting: (() => void)[]
}

async function writersInTurn<T>({ writers }: StoreState, write: () => Promise<T>): Promise<T> {
  if (writers.writing < MOST_WRITING) writers.writing += 1
  else await new Promise<void>((resolve) => writers.waiting.push(resolve))
  try {
    return await write()
  } finally {
    const next = writers.waiting.shift()
    if (next === undefined) writers.writing -= 1
    else next()
  }
}
