import type { Overlay } from '#lib/model/status.ts'
import type { Wording } from './wording.ts'

/** What is shown on top of a status and never changes it. */
export const OVERLAY_WORDING: Readonly<Record<Overlay, Wording>> = {
  excepted: {
    label: 'Excepted',
    meaning: 'An approved exception is in force; the status is what it would be without it.',
    next: 'Repay it with evidence before the exception ends.',
  },
  debt: {
    label: 'Debt owed',
    meaning: 'It owes release debt.',
    next: 'Run it: only a pass closes the line in the ledger.',
  },
  flaky: {
    label: 'Flaky',
    meaning: 'It had failed on the same content before it passed.',
    next: 'Find out why one of two equal runs failed.',
  },
}
