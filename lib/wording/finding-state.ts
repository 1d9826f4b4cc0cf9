import type { GuardFindingState } from '#lib/model/guard.ts'
import type { Wording } from './wording.ts'

/** How a finding stands against the baseline and the allowed debt. */
export const FINDING_STATE_WORDING: Readonly<Record<GuardFindingState, Wording>> = {
  new: {
    label: 'New',
    meaning: 'Neither the baseline nor the allowed debt has it.',
    next: 'Mend it, or ask for an allowance with an owner, a reason and a day.',
  },
  'expired-debt': {
    label: 'Allowance ended',
    meaning: 'It was allowed until a day that is past.',
    next: 'Mend it: it is release debt.',
  },
  'allowed-debt': {
    label: 'Allowed for now',
    meaning: 'Somebody answers for it until a day.',
    next: 'Mend it before the day is past.',
  },
  legacy: {
    label: 'Legacy',
    meaning: 'The baseline has it: it was there before the guard was.',
    next: 'Mend it when the code is touched; the baseline may only shrink.',
  },
  resolved: {
    label: 'Resolved',
    meaning: 'The baseline has it, and it is no longer found.',
    next: 'Take its line out of the baseline.',
  },
}
