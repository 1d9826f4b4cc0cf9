import type { GuardMode } from '#lib/model/extraction-packet.ts'
import type { Wording } from './wording.ts'

/** What a boundary guard does with what it finds. */
export const GUARD_MODE_WORDING: Readonly<Record<GuardMode, Wording>> = {
  report_only: {
    label: 'Report only',
    meaning: 'Findings are listed and block nothing.',
    next: 'Graduates to warning at any time: that blocks nothing either.',
  },
  warning: {
    label: 'Warning',
    meaning: 'Findings are shown to whoever changes the code, and block nothing.',
    next: 'Graduates to blocking what is new once nothing new and no ended allowance is found.',
  },
  blocking_new: {
    label: 'Blocks what is new',
    meaning: 'A finding that is neither in the baseline nor allowed for now blocks, and so does one whose allowance has ended.',
    next: 'Graduates to blocking everything once no finding is left.',
  },
  blocking: {
    label: 'Blocks everything',
    meaning: 'Any finding blocks.',
    next: 'It has graduated.',
  },
}
