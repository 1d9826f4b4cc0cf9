import type { Reason } from '#lib/model/reason.ts'
import { runNext } from '../../evidence/next-step.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** "Hidden skips are release debt": a run announced the gate, is over, and showed nothing of it. */
export function claimHiddenSkip(look: GateLook): readonly Reason[] {
  const { gate } = look.facts
  return look.hiddenIn.slice(-1).map((run) =>
    reasonOf(look.facts, {
      code: 'run.hidden-skip',
      text: `The run ${run.id} announced ${gate.id}, ${run.closedAt === null ? 'ran past its deadline' : 'was closed'}, and showed nothing of it: a hidden skip, which is release debt.`,
      refs: [`run:${run.id}`],
      next: runNext(gate),
    }),
  )
}
