import type { Reason } from '#lib/model/reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** Left out on purpose: declared, allowed by the profile, and with a proof that holds now. */
export function claimSkipped(look: GateLook): readonly Reason[] {
  return look.acceptedSkips.map(({ reason }) => reason)
}
