import type { CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { Gate } from '#lib/model/gate.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { LaneGate, LaneLayer } from '#lib/model/lane-view.ts'
import { rollUp } from '../status/roll-up.ts'
import { gatesById } from './gates-by-id.ts'

/** A lane on a candidate: the gates of the four layers as they are declared, each with its status and why it is there. */
export function laneLayers(lane: DomainLane, candidate: JudgedCandidate, plan: CandidatePlan | null): readonly LaneLayer[] {
  const judged = gatesById(candidate)
  return GATE_LAYERS.map((layer) => {
    const declared = lane.gates.flatMap((gate) => {
      const found = judged.get(gate.id)
      return found?.layer === layer ? [{ gate, found }] : []
    })
    const gates = declared.map(({ gate, found }): LaneGate => {
      const { status, overlays, satisfied, reasons, evidence } = found
      const { id, title, run, consumer } = gate
      const because = whyThere(gate, plan)
      return { gate: id, title, run, consumer, declared: gate.declared, status, overlays, satisfied, because, reasons, evidence }
    })
    return { layer, status: rollUp(declared.map(({ found }) => found)), gates }
  })
}

function whyThere(gate: Gate, plan: CandidatePlan | null): string {
  const place = gate.declared === null ? 'Routing itself knows it' : `Declared at ${gate.declared.file}:${gate.declared.line}`
  if (gate.domain === null) return `${place}; what a lane lists under global_gates is needed by every change.`
  if (plan === null) return `${place}; no stored plan has this content as its head, so every gate of every lane is needed.`
  const leftOut = plan.notRequired.find(({ id }) => id === gate.id)
  if (!plan.gates.includes(gate.id))
    return `${place}; the plan ${plan.id} does not need it${leftOut === undefined ? '' : `: ${leftOut.because}`}.`
  return `${place}; the plan ${plan.id} needs it.`
}
