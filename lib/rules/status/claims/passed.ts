import type { Evidence } from '#lib/model/evidence.ts'
import type { Reason } from '#lib/model/reason.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** It passed on this content, as the gate is defined today and within its age. */
export function claimPassed(look: GateLook): readonly Reason[] {
  const deciding = look.current.at(-1)
  if (deciding === undefined) return []
  const isRetried = look.answered.length > 0
  const text = `${look.facts.gate.id} passed on this content (evidence ${deciding.id} by ${deciding.producer.name})${retried(look.answered)}.`
  return [
    reasonOf(look.facts, { code: isRetried ? 'evidence.passed-on-retry' : 'evidence.passed', text, refs: [`evidence:${deciding.id}`] }),
  ]
}

function retried(answered: readonly Evidence[]): string {
  const [last] = answered.slice(-1)
  if (last === undefined) return ''
  const others = answered.length === 1 ? '' : `, and ${answered.length - 1} before it`
  return `, on a retry after it had failed on the same content (evidence ${last.id}${others})`
}
