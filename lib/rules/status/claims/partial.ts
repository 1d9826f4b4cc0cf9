import type { Reason } from '#lib/model/reason.ts'
import { runNext } from '../../evidence/next-step.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** Only a part was shown: reported partial, or passed with tests inside it left out for no reason. */
export function claimPartial(look: GateLook): readonly Reason[] {
  return look.standing
    .filter(({ says }) => says === 'partial')
    .map(({ evidence, code }) => {
      const found =
        code === 'evidence.tests-skipped'
          ? `passed but left ${evidence.counts?.skipped} tests out without a reason`
          : 'shows a part of it only'
      return reasonOf(look.facts, {
        code,
        text: `All of ${look.facts.gate.id} must pass, and evidence ${evidence.id} ${found}.`,
        refs: [`evidence:${evidence.id}`],
        next: runNext(look.facts.gate, 'Run all of it, naming what it answers', ` --supersedes ${evidence.id}`),
      })
    })
}
