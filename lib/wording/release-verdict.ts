import type { ReleaseVerdict } from '#lib/model/judgement.ts'
import type { Wording } from './wording.ts'

/** Whether a candidate may be released by a profile, at the moment of asking. */
export const RELEASE_VERDICT_WORDING: Readonly<Record<ReleaseVerdict, Wording>> = {
  go: {
    label: 'Go',
    meaning: 'Every gate it needs is satisfied, no review is missing, and every proof holds.',
    next: 'Release it now: the verdict is of this moment.',
  },
  'go-with-exceptions': {
    label: 'Go with exceptions',
    meaning: 'What is not satisfied is covered by approved exceptions.',
    next: 'Release it, and repay what is excepted before the exceptions end.',
  },
  'no-go': {
    label: 'No go',
    meaning: 'A gate it needs is not satisfied, a review is missing, or a proof does not hold.',
    next: 'See what is unsatisfied, and who can move it.',
  },
  waiting: {
    label: 'Waiting',
    meaning: 'A run has announced a gate and has time left.',
    next: 'Ask again when the run is over.',
  },
}
