import type { ExceptionState } from '#lib/model/exception.ts'
import type { Wording } from './wording.ts'

/** What an exception is at a moment. */
export const EXCEPTION_STATE_WORDING: Readonly<Record<ExceptionState, Wording>> = {
  requested: {
    label: 'Asked for',
    meaning: 'Somebody asked that gates may stay unsatisfied for a while; it counts for nothing yet.',
    next: 'Whoever is needed approves or rejects it. Who asked can edit or withdraw it.',
  },
  approved: {
    label: 'Approved',
    meaning: 'Everybody who is needed has approved it. It counts until its end, while nothing is known that they did not know.',
    next: 'Repay it with a pass before it ends.',
  },
  rejected: {
    label: 'Rejected',
    meaning: 'Somebody who may decide said no. It counts for nothing.',
    next: 'Satisfy its gates, or ask anew with what the rejection asks for.',
  },
  withdrawn: {
    label: 'Withdrawn',
    meaning: 'Who asked for it took the request back.',
    next: 'Nothing is to be done.',
  },
  revoked: {
    label: 'Revoked',
    meaning: 'It was approved, and ended before its time. It counts for nothing.',
    next: 'Satisfy its gates, or ask anew.',
  },
  expired: {
    label: 'Ended',
    meaning: 'Its time is up. It counts for nothing, and what it excepted and nobody has repaid is release debt.',
    next: 'Run its gates: only a pass closes the line of debt.',
  },
}
