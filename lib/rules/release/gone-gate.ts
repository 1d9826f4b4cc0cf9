import type { GateLayer } from '#lib/model/gate-layer.ts'
import { whoCanMove } from '../evidence/who-can-move.ts'
import { undeclaredGate } from '../routing/known-gates.ts'
import type { IndexedGate } from './indexed-model.ts'

const LAYERS: Readonly<Record<string, GateLayer>> = { local: 'domain-local', smoke: 'consumer-smoke', evidence: 'service-evidence' }

/**
 * A gate that a plan needs and that no file declares any longer. It has no definition today, so nothing recorded for it can pass: taking
 * a gate out of a lane does not take it out of a plan. The next plan of the same commit no longer asks for it.
 */
export function goneGate(id: string): IndexedGate {
  const [first = '', second = ''] = id.split('/')
  const domain = first === 'global' ? null : first
  const gate = undeclaredGate(id, LAYERS[second] ?? 'contract-global', domain, id)
  return { gate, definition: '', actors: whoCanMove(gate), guard: null }
}
