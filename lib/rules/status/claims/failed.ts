import type { Reason } from '#lib/model/reason.ts'
import { recordNext, runNext } from '../../evidence/next-step.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** Something failed on this content, and no pass has answered it. Neither age nor a changed definition makes a failure good. */
export function claimFailed(look: GateLook): readonly Reason[] {
  const { gate, notRequired } = look.facts
  return look.standing
    .filter(({ says }) => says === 'failed')
    .map(({ evidence, code }) => {
      const found = code === 'evidence.error' ? 'could not be run to its end' : 'failed'
      const also = notRequired === null ? '' : ' The plan does not need this gate, but what failed is not overlooked.'
      return reasonOf(look.facts, {
        code,
        text: `${gate.id} must pass, and evidence ${evidence.id} says that it ${found}. Only a later pass that names it answers it.${also}`,
        refs: [`evidence:${evidence.id}`],
        next:
          gate.run === null
            ? recordNext(gate, 'Put it right, then record the pass that answers it', ` --supersedes ${evidence.id}`)
            : runNext(gate, 'Put it right, then run it again, naming what it answers', ` --supersedes ${evidence.id}`),
      })
    })
}
