import type { Status } from '#lib/model/status.ts'
import type { Wording } from './wording.ts'

/** What a gate, an eligibility item or a lane has come to. */
export const STATUS_WORDING: Readonly<Record<Status, Wording>> = {
  passed: {
    label: 'Passed',
    meaning: 'It was run on this very content, as it is defined today, and passed within its age.',
    next: 'Nothing is left to do.',
  },
  failed: {
    label: 'Failed',
    meaning: 'It failed or broke off on this content, and no pass has answered that.',
    next: 'Put the cause right and run it again; the pass names the failure it answers.',
  },
  missing: {
    label: 'Missing',
    meaning: 'It is needed, and nobody has shown anything for this content.',
    next: 'Run it, or declare a skip where the profile allows one.',
  },
  blocked: {
    label: 'Blocked',
    meaning: 'What was reported cannot count: it is blocked, contradictory or empty, or it is a skip whose proof is refused.',
    next: 'Read the reason, then run it on this content.',
  },
  stale: {
    label: 'Stale',
    meaning: 'It has passed, but for other content, as it was defined before, or too long ago.',
    next: 'Run it again on this content.',
  },
  partial: {
    label: 'Partial',
    meaning: 'Only a part of it was shown, or tests inside it were left out without a reason.',
    next: 'Run all of it.',
  },
  pending: {
    label: 'Pending',
    meaning: 'A run has announced it for this content and has time left.',
    next: 'Wait for the run.',
  },
  skipped: {
    label: 'Skipped',
    meaning: 'It was left out on purpose, the profile allows that, and the proof holds now.',
    next: 'Run it on this content when the risk is not worth it.',
  },
  'not-applicable': {
    label: 'Not applicable',
    meaning: 'The plan of this change does not ask for it.',
    next: 'Read which rule left it out.',
  },
}
