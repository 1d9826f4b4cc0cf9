import type { FastProfileProof } from '#lib/model/judgement.ts'
import type { Wording } from './wording.ts'

/** The five proofs of a fast profile. Each must hold. */
export const FAST_PROFILE_PROOF_WORDING: Readonly<Record<FastProfileProof, Wording>> = {
  'validated-source': {
    label: 'Validated source',
    meaning: 'Every global contract gate that is needed has itself passed on this content.',
    next: 'Run the global gates: none of them can be skipped.',
  },
  'skipped-gates': {
    label: 'Skips listed',
    meaning: 'Every gate that was not run is a declared skip with a reason and a proof that holds.',
    next: 'Run what is missing, or declare the skip with its prior evidence.',
  },
  'profile-smoke': {
    label: 'Profile smoke',
    meaning: "The profile's own smoke has passed on this content.",
    next: 'Run the gate that the profile names under smoke.',
  },
  'rollback-posture': {
    label: 'Rollback posture',
    meaning: 'The rollback gate of the profile has passed within its age.',
    next: 'Run the gate that the profile names under rollback_gate.',
  },
  'owner-approval': {
    label: 'Owner approval',
    meaning: 'An owner has approved the risk that remains, or none remains.',
    next: 'Run what was skipped, so that no risk remains.',
  },
}
