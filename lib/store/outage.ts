import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import { isUnavailable, Unavailable } from '#lib/model/unavailable.ts'

/** SQLSTATE classes that speak of the server and not of the question: connection, resources, operator intervention, system, and turns lost to others. */
const OUTAGE_CLASSES = ['08', '28', '53', '57', '58', '40']
/** No such database, no tables in it, a read-only replica, a lock not given in time. */
const OUTAGE_STATES = ['3D000', '42P01', '25006', '25P03', '55P03']
/** Prisma's own codes for the same: unreachable, timed out, closed, refused, no connection or transaction in time, no such database or table. */
const OUTAGE_PRISMA_CODES = [
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2021',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
]

/** What Prisma's adapter makes of an error of the socket, which has no SQLSTATE. */
const OUTAGE_KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TlsConnectionError']

/**
 * The `Unavailable` that an error of Prisma or `pg` amounts to, or null when the database was there and the fault is ours.
 * Never told by an error's text: by its SQLSTATE, by Prisma's code, or by where it was thrown (`watchConnection`).
 */
export function outageOf(error: unknown): Unavailable | null {
  if (isUnavailable(error)) return error
  const state = sqlStateOf(error)
  const isOutage = state === null ? OUTAGE_PRISMA_CODES.includes(codeOf(error) ?? '') || isSocketError(error) : speaksOfServer(state)
  return isOutage ? new Unavailable('the database does not answer', { cause: error }) : null
}

/** Waits for something that only the driver does: what it throws without a SQLSTATE is the loss of the connection. */
export async function watchConnection<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (sqlStateOf(error) === null && codeOf(error)?.startsWith('P') !== true && !isDriverVerdict(error)) {
      throw new Unavailable('the connection to the database was lost', { cause: error })
    }
    throw error
  }
}

/** The same adapter, watched: Prisma passes on what its driver throws, and could no longer say where it came from. */
export function watchAdapter(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await watchConnection(factory.connect())
    const startTransaction = adapter.startTransaction.bind(adapter)
    watchQueries(adapter)
    adapter.startTransaction = async (level) => {
      const transaction = await watchConnection(startTransaction(level))
      watchQueries(transaction)
      watchEnd(transaction)
      return transaction
    }
    return adapter
  }
  return { provider: factory.provider, adapterName: factory.adapterName, connect }
}

function watchQueries(target: SqlDriverAdapter | Transaction): void {
  const queryRaw = target.queryRaw.bind(target)
  const executeRaw = target.executeRaw.bind(target)
  target.queryRaw = (query) => watchConnection(queryRaw(query))
  target.executeRaw = (query) => watchConnection(executeRaw(query))
}

function watchEnd(transaction: Transaction): void {
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = () => watchConnection(commit())
  transaction.rollback = () => watchConnection(rollback())
}

function speaksOfServer(state: string): boolean {
  return OUTAGE_CLASSES.includes(state.slice(0, 2)) || OUTAGE_STATES.includes(state)
}

/** The SQLSTATE that the server gave, whether the error comes from `pg` or through Prisma. */
function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('severity' in error) return codeOf(error)
  const cause = driverCause(error)
  return cause !== null && 'originalCode' in cause && typeof cause.originalCode === 'string' ? cause.originalCode : null
}

function isSocketError(error: unknown): boolean {
  const cause = driverCause(error)
  return cause !== null && 'kind' in cause && OUTAGE_KINDS.some((kind) => kind === cause.kind)
}

function driverCause(error: unknown): object | null {
  const meta = isObject(error) && 'meta' in error ? error.meta : null
  const driverError = isObject(meta) && 'driverAdapterError' in meta ? meta.driverAdapterError : null
  return isObject(driverError) && 'cause' in driverError && isObject(driverError.cause) ? driverError.cause : null
}

/** An error that the adapter has understood; Prisma turns it into one with a code. */
function isDriverVerdict(error: unknown): boolean {
  return error instanceof Error && error.name === 'DriverAdapterError'
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
