import type { DebtKind } from '#lib/model/debt.ts'
import type { Wording } from './wording.ts'

/** Why something is release debt. */
export const DEBT_KIND_WORDING: Readonly<Record<DebtKind, Wording>> = {
  'hidden-skip': {
    label: 'Hidden skip',
    meaning: 'A run announced the gate, is over, and showed nothing of it.',
    next: 'Run the gate: only a pass on this content closes the line.',
  },
  'refused-skip': {
    label: 'Refused skip',
    meaning: 'A skip was declared or reported, and its proof does not hold.',
    next: 'Run the gate: only a pass on this content closes the line.',
  },
  partial: {
    label: 'Partial result',
    meaning: 'Only a part of the gate was shown.',
    next: 'Run all of the gate: only a pass on this content closes the line.',
  },
  'expired-exception': {
    label: 'Ended exception',
    meaning: 'An exception has ended, and what it excepted was not repaid.',
    next: 'Run the gate: only a pass on this content closes the line.',
  },
  'expired-debt': {
    label: 'Ended allowance',
    meaning: 'A guard still finds what was allowed only until a day that is past.',
    next: 'Mend the finding and run the guard again.',
  },
}
