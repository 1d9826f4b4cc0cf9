import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { Wording } from './wording.ts'

/** What a producer may say of a gate. What it comes to is a status, which nobody can post. */
export const REPORTED_RESULT_WORDING: Readonly<Record<ReportedResult, Wording>> = {
  passed: {
    label: 'Passed',
    meaning: 'The producer says that it ran to its end and found nothing wrong.',
    next: 'Counts only with at least one test executed, from a producer who may show the gate.',
  },
  failed: {
    label: 'Failed',
    meaning: 'The producer says that it ran and found something wrong.',
    next: 'Cannot be taken back, only answered by a later pass that names it.',
  },
  partial: {
    label: 'Partial',
    meaning: 'The producer says that only a part of it was run.',
    next: 'Counts as partial until all of it has passed.',
  },
  skipped: {
    label: 'Skipped',
    meaning: 'The producer says that it was not run.',
    next: 'Counts as a skip without a proof: declare the skip and name its prior evidence.',
  },
  blocked: {
    label: 'Blocked',
    meaning: 'The producer says that something kept it from being run.',
    next: 'Counts as blocked until it has passed.',
  },
  error: {
    label: 'Error',
    meaning: 'The producer says that it broke off before it could tell.',
    next: 'Counts as failed: nobody knows what it would have shown.',
  },
}
