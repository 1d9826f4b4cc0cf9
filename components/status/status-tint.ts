import type { Status } from '#lib/model/status.ts'

/** Text and ground of a status. */
export const STATUS_TINT: Readonly<Record<Status, string>> = {
  passed: 'bg-passed-bg text-passed-fg',
  failed: 'bg-failed-bg text-failed-fg',
  missing: 'bg-missing-bg text-missing-fg',
  blocked: 'bg-blocked-bg text-blocked-fg',
  stale: 'bg-stale-bg text-stale-fg',
  partial: 'bg-partial-bg text-partial-fg',
  pending: 'bg-pending-bg text-pending-fg',
  skipped: 'bg-skipped-bg text-skipped-fg',
  'not-applicable': 'bg-not-applicable-bg text-not-applicable-fg',
}
