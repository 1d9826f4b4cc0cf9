import type { GatePlan, GateReason } from '#lib/model/gate-plan.ts'
import { nearestNames } from '#lib/model/nearest-names.ts'

/** Why a gate is in a plan, or which rule left it out. An unknown gate comes with the ids that look most like it. */
export interface GateExplanation {
  readonly gate: string
  readonly known: boolean
  readonly required: boolean
  readonly reasons: readonly GateReason[]
  /** The sentence of the rule that left it out; null when the gate is required or unknown. */
  readonly because: string | null
  readonly suggestions: readonly string[]
}

/** Explains one gate of a plan. */
export function explainGate(plan: GatePlan, gateId: string): GateExplanation {
  const required = plan.gates.find((gate) => gate.id === gateId)
  if (required !== undefined) return answer(gateId, { known: true, required: true, reasons: required.reasons })
  const omitted = plan.notRequired.find((gate) => gate.id === gateId)
  if (omitted !== undefined) return answer(gateId, { known: true, because: omitted.because })
  const ids = [...plan.gates, ...plan.notRequired].map((gate) => gate.id)
  return answer(gateId, { suggestions: nearestNames(gateId, ids) })
}

function answer(gate: string, found: Partial<GateExplanation>): GateExplanation {
  return { gate, known: false, required: false, reasons: [], because: null, suggestions: [], ...found }
}
