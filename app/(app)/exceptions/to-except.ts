import type { GateToExcept } from '#components/exceptions/request-form.tsx'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { LaneGate } from '#lib/model/lane-view.ts'

/** A gate of a lane as the form offers it. */
export function toExcept(layer: GateLayer, { gate, title, status }: LaneGate): GateToExcept {
  const isRefused = layer === 'contract-global' && status === 'failed'
  return { gate, title, status, whyNot: isRefused ? 'A global contract gate that failed cannot be excepted: put it right.' : null }
}
