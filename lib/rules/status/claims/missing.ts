import type { Reason } from '#lib/model/reason.ts'
import { recordNext, runNext } from '../../evidence/next-step.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** The gate is needed and nobody has shown anything. */
export function claimMissing(look: GateLook): readonly Reason[] {
  const { gate } = look.facts
  const next = gate.run === null ? recordNext(gate, 'Record what was run') : runNext(gate)
  const text = `${gate.id} must pass on this content, and nothing has been recorded for it.`
  return [reasonOf(look.facts, { code: 'evidence.missing', text, next })]
}
