import type { Status } from '#lib/model/status.ts'

/** A status in four letters or fewer, for a grid that has no room for the word; the word is always there for a reader who asks. */
export const STATUS_CODE: Readonly<Record<Status, string>> = {
  passed: 'PASS',
  failed: 'FAIL',
  missing: 'MISS',
  blocked: 'BLCK',
  stale: 'STAL',
  partial: 'PART',
  pending: 'WAIT',
  skipped: 'SKIP',
  'not-applicable': 'N/A',
}
