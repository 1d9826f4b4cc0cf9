import type { ResidualRisk } from '#lib/model/skip.ts'
import type { Wording } from './wording.ts'

/** The risk that remains when something is left out. */
export const RESIDUAL_RISK_WORDING: Readonly<Record<ResidualRisk, Wording>> = {
  none: {
    label: 'No risk',
    meaning: 'What was left out is proven for this very commit or artifact, not long ago.',
    next: 'Nobody need approve it.',
  },
  low: {
    label: 'Low',
    meaning: 'A skip leans on another commit of the same tree, or on evidence past half its allowed age.',
    next: 'An owner must approve it.',
  },
  medium: {
    label: 'Medium',
    meaning: 'Service evidence is skipped, or a gate passed only on a retry.',
    next: 'An owner must approve it; an exception needs a compensating control.',
  },
  high: {
    label: 'High',
    meaning: 'An exception is in force, or an architecture review is open.',
    next: 'An owner must approve it; an exception needs a compensating control.',
  },
}
