import type { EligibilityVerdict } from '#lib/model/eligibility.ts'
import type { Wording } from './wording.ts'

/** Whether a domain may be promoted on its own. */
export const ELIGIBILITY_VERDICT_WORDING: Readonly<Record<EligibilityVerdict, Wording>> = {
  eligible: {
    label: 'Eligible',
    meaning: 'All eight points hold on this content, at this moment.',
    next: 'It may be promoted on its own.',
  },
  'not-eligible': {
    label: 'Not eligible',
    meaning: 'At least one of the eight points does not hold; the domain goes with the platform.',
    next: 'See which points are open and who can move them.',
  },
  unknown: {
    label: 'Unknown',
    meaning: 'A file that the points rest on could not be read, so nothing is said.',
    next: 'Mend what the diagnostics name and send the model again.',
  },
}
