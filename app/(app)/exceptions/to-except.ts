import type { GateToExcept } from '#components/exceptions/request-form.tsx'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { LaneGate } from '#lib/model/lane-view.ts'
import { whyNotExcept } from '#lib/rules/exceptions/why-not-except.ts'

/** A gate of a lane as the form offers it. */
export function toExcept(layer: GateLayer, { gate, title, status }: LaneGate): GateToExcept {
  return { gate, title, status, whyNot: whyNotExcept(layer, status) }
}
