import type { Severity } from '#lib/model/diagnostic.ts'
import type { Wording } from './wording.ts'

/** What a diagnostic's severity says about the plan. */
export const SEVERITY_WORDING: Readonly<Record<Severity, Wording>> = {
  error: {
    label: 'Error',
    meaning: 'Something could not be read.',
    next: 'Broad gates follow until it is fixed.',
  },
  warning: {
    label: 'Warning',
    meaning: 'It could be read, and may surprise.',
    next: 'Check that it means what you intend.',
  },
}
