import type { Reason } from '#lib/model/reason.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** It passed on this content, as the gate is defined today and within its age. */
export function claimPassed(look: GateLook): readonly Reason[] {
  const deciding = look.current.at(-1)
  if (deciding === undefined) return []
  const retried = look.flaky ? ', on a retry after it had failed on the same content' : ''
  const text = `${look.facts.gate.id} passed on this content (evidence ${deciding.id} by ${deciding.producer.name})${retried}.`
  return [
    reasonOf(look.facts, { code: look.flaky ? 'evidence.passed-on-retry' : 'evidence.passed', text, refs: [`evidence:${deciding.id}`] }),
  ]
}
