import { isUnavailable, Unavailable } from '#lib/model/unavailable.ts'

/** SQLSTATE classes that speak of the server and not of the question: connection, resources, operator intervention, system, and turns lost to others. */
const OUTAGE_CLASSES = ['08', '28', '53', '57', '58', '40']
/** No such database, no tables in it, a read-only replica, a lock not given in time. */
const OUTAGE_STATES = ['3D000', '42P01', '25006', '25P03', '55P03']
/**
 * The `Unavailable` that an error of `pg` amounts to, or null when the database was there and the fault is ours.
 * Never told by an error's text: by its SQLSTATE, or by where it was thrown (`watchConnection`).
 */
export function outageOf(error: unknown): Unavailable | null {
  if (isUnavailable(error)) return error
  const state = sqlStateOf(error)
  return state !== null && speaksOfServer(state) ? new Unavailable('the database does not answer', { cause: error }) : null
}

/** Waits for something that only the driver does: what it throws without a SQLSTATE is the loss of the connection. */
export async function watchConnection<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (sqlStateOf(error) !== null || isUnavailable(error)) throw error
    const unavailable = new Unavailable('the connection to the database was lost', { cause: error })
    lost.add(unavailable)
    throw unavailable
  }
}

const lost = new WeakSet<object>()

/** Whether the connection on which this was thrown is of no use any more: it was lost, or the server has ended it. */
export function hasLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return lost.has(error) || ('severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC'))
}

function speaksOfServer(state: string): boolean {
  return OUTAGE_CLASSES.includes(state.slice(0, 2)) || OUTAGE_STATES.includes(state)
}

/** The SQLSTATE that the server gave; null for an error that does not come from it. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
