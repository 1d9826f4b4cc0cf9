import type { Direction } from '#lib/model/comparison.ts'
import type { Wording } from './wording.ts'

/** How the second of two candidates stands to the first. */
export const DIRECTION_WORDING: Readonly<Record<Direction, Wording>> = {
  worse: { label: 'Worse', meaning: 'It is further from passing than before.', next: 'See why on the second candidate.' },
  other: {
    label: 'Otherwise',
    meaning: 'It does not apply to one of them, or only its note or what is on top of it changed.',
    next: 'See both.',
  },
  better: { label: 'Better', meaning: 'It is nearer to passing than before.', next: 'Nothing.' },
}
