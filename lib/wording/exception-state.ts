import type { ExceptionState } from '#lib/model/exception.ts'
import type { Wording } from './wording.ts'

/** What has become of a request for an exception. */
export const EXCEPTION_STATE_WORDING: Readonly<Record<ExceptionState, Wording>> = {
  requested: {
    label: 'Requested',
    meaning: 'It waits for approvals. Nothing is excepted yet.',
    next: 'Approve or reject it, each of those whose approval is needed.',
  },
  approved: {
    label: 'Approved',
    meaning: 'Everybody who was needed has approved it. The status of its gates stays as it is.',
    next: 'Repay it before it ends: only a pass closes what is owed.',
  },
  rejected: {
    label: 'Rejected',
    meaning: 'Somebody who decides said no.',
    next: 'Run the gate, or ask again with what was missing.',
  },
  withdrawn: {
    label: 'Withdrawn',
    meaning: 'Whoever asked no longer does.',
    next: 'Nothing is to be done.',
  },
  revoked: {
    label: 'Revoked',
    meaning: 'It was approved, and was taken back.',
    next: 'Run the gate, or ask again.',
  },
  expired: {
    label: 'Ended',
    meaning: 'Its time is up. What was not repaid is release debt.',
    next: 'Run the gate: only a pass on this content closes the line.',
  },
}
