import type { PriorRefusal } from '#lib/model/skip.ts'
import type { Wording } from './wording.ts'

/** Why prior evidence does not prove a skip. */
export const PRIOR_REFUSAL_WORDING: Readonly<Record<PriorRefusal, Wording>> = {
  'no-evidence': {
    label: 'No evidence',
    meaning: 'The skip names no prior evidence of this gate, or none that is known.',
    next: 'Name the id of evidence of this gate that passed, or run the gate.',
  },
  'content-mismatch': {
    label: 'Other content',
    meaning: 'The prior evidence names neither the same commit nor the same tree nor the same digest.',
    next: 'Run the gate on this content.',
  },
  'gate-changed': {
    label: 'Gate changed',
    meaning: 'The gate was defined differently when the prior evidence was recorded.',
    next: 'Run the gate as it is defined today.',
  },
  expired: {
    label: 'Too old',
    meaning: 'The prior evidence is older than the profile takes.',
    next: 'Run the gate again.',
  },
  'not-passed': {
    label: 'Not passed',
    meaning: 'The prior evidence did not pass, or executed no test.',
    next: 'Name evidence that passed, or run the gate.',
  },
  revoked: {
    label: 'Revoked',
    meaning: 'The prior evidence was taken back.',
    next: 'Run the gate again.',
  },
  'skip-of-skip': {
    label: 'Skip of a skip',
    meaning: 'The proof is itself a skip, and a skip proves nothing.',
    next: 'Name the evidence that passed in the first place, or run the gate.',
  },
  'not-authorised': {
    label: 'Not allowed',
    meaning: 'The profile does not let this gate be skipped, or the prior evidence is from somebody who may not show it.',
    next: 'Run the gate; a global contract gate is never skipped.',
  },
}
