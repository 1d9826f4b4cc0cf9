import type { Evidence } from '#lib/model/evidence.ts'
import type { Reason } from '#lib/model/reason.ts'
import { runNext, skipNext } from '../../evidence/next-step.ts'
import { maySkip } from '../../evidence/why-not-prior.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** It passed on this content, but too long ago, or as it was defined before. */
export function claimOutdated(look: GateLook): readonly Reason[] {
  const pass = look.outdated.at(-1)
  return pass === undefined ? [] : [pass.gateDefinition === look.facts.definition ? expired(look, pass) : changed(look, pass)]
}

function expired(look: GateLook, pass: Evidence): Reason {
  const { gate, asked } = look.facts
  return reasonOf(look.facts, {
    code: 'evidence.expired',
    text: `Evidence of ${gate.id} holds for ${Math.round((gate.maxAgeSeconds ?? 0) / 360) / 10} h, and ${pass.id} passed at ${pass.receivedAt.toISOString()}, longer ago than that.`,
    refs: [`evidence:${pass.id}`],
    next: asked !== null && maySkip(asked, gate) ? skipNext(gate, asked.id, pass.id) : runNext(gate),
  })
}

function changed(look: GateLook, pass: Evidence): Reason {
  return reasonOf(look.facts, {
    code: 'evidence.gate-changed',
    text: `${look.facts.gate.id} must pass as it is defined today, and evidence ${pass.id} passed before the gate changed.`,
    refs: [`evidence:${pass.id}`],
    next: runNext(look.facts.gate),
  })
}
