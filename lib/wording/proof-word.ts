import type { Status } from '#lib/model/status.ts'
import { STATUS_WORDING } from './status.ts'

/**
 * How a proof stands, in a word: it holds, it does not apply, or what it lacks. Never "passed", so that nobody reads that of a skip. Null: a
 * gate that is no longer declared, for which nothing can be proven.
 */
export function proofWord(status: Status | null): string {
  if (status === null) return 'unknown'
  if (status === 'passed') return 'holds'
  return status === 'not-applicable' ? 'n/a' : STATUS_WORDING[status].label.toLowerCase()
}
