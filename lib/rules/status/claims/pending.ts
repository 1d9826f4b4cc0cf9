import type { Reason } from '#lib/model/reason.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** A run has announced it for this content, and there is time left. */
export function claimPending(look: GateLook): readonly Reason[] {
  return look.openRuns.slice(-1).map((run) =>
    reasonOf(look.facts, {
      code: 'run.pending',
      text: `The run ${run.id} announced ${look.facts.gate.id} and has until ${run.deadline.toISOString()} to show it.`,
      refs: [`run:${run.id}`],
      next: { label: 'Wait for the run', command: 'lanekeeper check --wait 20m' },
    }),
  )
}
