import { contentIdOf, speaksFor } from '#lib/model/content.ts'
import type { Reason } from '#lib/model/reason.ts'
import { runNext } from '../../evidence/next-step.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** It has passed, but for other content, which says nothing about this one. */
export function claimPassedElsewhere(look: GateLook): readonly Reason[] {
  const { gate, lastPass, names } = look.facts
  if (lastPass === null || speaksFor(lastPass.content, names)) return []
  return [
    reasonOf(look.facts, {
      code: 'evidence.other-content',
      text: `${gate.id} must pass on this content, and evidence ${lastPass.evidence} passed for ${contentIdOf(lastPass.content)}.`,
      refs: [`evidence:${lastPass.evidence}`],
      next: runNext(gate),
    }),
  ]
}
