import type { Status } from '#lib/model/status.ts'

/**
 * How good a status is (docs/decisions/011). What is not satisfied and has not failed is equally bad, whatever it is called: more evidence
 * may turn `missing` into `partial` or `blocked`, and less may turn `stale` into `pending`, but none of that satisfies anything.
 */
export const GOODNESS: Readonly<Record<Status, number>> = {
  failed: 0,
  missing: 1,
  blocked: 1,
  stale: 1,
  partial: 1,
  pending: 1,
  skipped: 2,
  passed: 3,
  'not-applicable': 3,
}
