import type { Reason } from '#lib/model/reason.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** The plan does not ask for the gate, and nothing failed. A candidate whose names contradict each other has no plan to believe. */
export function claimNotApplicable(look: GateLook): readonly Reason[] {
  const { facts, standing } = look
  const { gate, notRequired, names } = facts
  if (notRequired === null || names.contradictions.length > 0 || standing.some(({ says }) => says === 'failed')) return []
  return [reasonOf(facts, { code: 'route.not-required', text: `${gate.id} is not needed for this content: ${notRequired}.` })]
}
