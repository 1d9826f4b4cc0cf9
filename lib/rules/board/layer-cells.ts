import type { BoardCell } from '#lib/model/board.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import { GATE_LAYERS, type GateLayer } from '#lib/model/gate-layer.ts'
import type { JudgedCandidate, JudgedGate } from '#lib/model/judgement.ts'
import type { Reason } from '#lib/model/reason.ts'
import { OVERLAYS } from '#lib/model/status.ts'
import { rollUp } from '../status/roll-up.ts'
import { countGates } from './count-gates.ts'
import { gatesById } from './gates-by-id.ts'

/** A cell names the first few; the lane has them all. */
export const MOST_REASONS = 5

/** The four layers of a lane on a candidate, each as the worst of its gates. A layer without a gate has shown nothing, so it is missing. */
export function layerCells(lane: DomainLane, candidate: JudgedCandidate): readonly BoardCell[] {
  const judged = gatesById(candidate)
  const ofLane = lane.gates.flatMap(({ id }) => judged.get(id) ?? [])
  return GATE_LAYERS.map((layer) =>
    layerCell(
      lane,
      layer,
      ofLane.filter((gate) => gate.layer === layer),
    ),
  )
}

function layerCell(lane: DomainLane, id: GateLayer, gates: readonly JudgedGate[]): BoardCell {
  const status = rollUp(gates)
  const deciding = gates.filter((gate) => rollUp([gate]) === status)
  const shown = new Set(gates.flatMap(({ overlays }) => overlays))
  return {
    id,
    status,
    overlays: OVERLAYS.filter((overlay) => shown.has(overlay)),
    note: countGates(gates),
    reasons: gates.length === 0 ? [emptyLayer(lane, id)] : deciding.flatMap(({ reasons }) => reasons).slice(0, MOST_REASONS),
  }
}

function emptyLayer({ domainId, file, line, owner }: DomainLane, layer: GateLayer): Reason {
  return {
    code: 'lane.layer-empty',
    text: `Expected at least one ${layer} gate; the lane of ${domainId} declares none, and nothing is never enough.`,
    refs: [`file:${file}:${line}`],
    actors: [owner ?? `the owner of ${domainId}`],
    next: { label: `Declare a ${layer} gate in ${file}`, command: null },
  }
}
