import type { Gate } from '#lib/model/gate.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Place } from '#lib/model/place.ts'
import { KNOWN_GATES, undeclaredGate } from './known-gates.ts'

/** Every gate there is in a model, by id. A gate that is not in here cannot be required, and none in here is forgotten. */
export type GateCatalogue = ReadonlyMap<string, Gate>

/**
 * Lists every gate: those of the lanes, those that routing knows, those that a routing rule, profile or packet names,
 * and the UAT evidence of each product.
 */
export function listGates(model: OperatingModel): GateCatalogue {
  const gates = new Map<string, Gate>()
  for (const known of KNOWN_GATES) gates.set(known.id, undeclaredGate(known.id, known.layer, null, known.title))
  for (const lane of model.lanes) for (const gate of lane.gates) gates.set(gate.id, declareOnce(gates.get(gate.id), gate))
  for (const lane of model.lanes) if (lane.kind === 'product') addNamed(gates, uatGateId(lane.domainId), 'service-evidence', null, 'UAT')
  for (const gate of model.routingRules.gates) gates.set(gate.id, complete(gates.get(gate.id), gate))
  for (const named of namedGates(model)) addNamed(gates, named.id, named.layer, named.place)
  return gates
}

/** The id of a product's UAT evidence, which routing knows even when the lane does not list it. */
export function uatGateId(domain: string): string {
  return `${domain}/evidence/uat`
}

/** Sorts gates by layer, then domain (global gates first), then id. */
export function byLayerDomainId(a: Gate, b: Gate): number {
  return (
    GATE_LAYERS.indexOf(a.layer) - GATE_LAYERS.indexOf(b.layer) || compareText(a.domain ?? '', b.domain ?? '') || compareText(a.id, b.id)
  )
}

/** A gate named outside the lanes, and where: by a profile, a packet or a routing rule. */
export interface NamedGate {
  readonly id: string
  readonly layer: GateLayer
  readonly place: Place
}

/** Every gate id that profiles, packets and routing rules name, with the layer its naming implies. */
export function namedGates(model: OperatingModel): NamedGate[] {
  const named: NamedGate[] = []
  const add = (id: string | null | undefined, layer: GateLayer, { file, line }: Place) => {
    if (id) named.push({ id, layer: layerOfDomainGate(id) ?? layer, place: { file, line } })
  }
  for (const profile of model.profiles) {
    add(profile.smoke, 'consumer-smoke', profile)
    add(profile.rollbackGate, 'service-evidence', profile)
  }
  for (const packet of model.packets) {
    for (const part of [packet.degradation, packet.rollback, packet.statusops, packet.boundaryGuard])
      add(part?.gate, 'service-evidence', packet)
  }
  for (const rule of model.routingRules.rules) for (const id of rule.gates) add(id, 'contract-global', rule)
  return named
}

const DOMAIN_GATE_LAYERS: Readonly<Record<string, GateLayer>> = {
  local: 'domain-local',
  smoke: 'consumer-smoke',
  evidence: 'service-evidence',
}

function layerOfDomainGate(id: string): GateLayer | undefined {
  return DOMAIN_GATE_LAYERS[id.split('/')[1] ?? '']
}

function addNamed(gates: Map<string, Gate>, id: string, layer: GateLayer, place: Place | null, title?: string): void {
  if (gates.has(id)) return
  const segments = id.split('/')
  const domain = segments[0] === 'global' ? null : (segments[0] ?? null)
  gates.set(id, { ...undeclaredGate(id, layer, domain, title ?? segments.at(-1) ?? id), declared: place })
}

// The first lane that declares a global gate gives its title; a later one may still add the command.
function declareOnce(earlier: Gate | undefined, gate: Gate): Gate {
  if (earlier === undefined) return gate
  if (earlier.declared === null) return { ...gate, layer: earlier.layer }
  return { ...earlier, run: earlier.run ?? gate.run }
}

function complete(earlier: Gate | undefined, gate: Gate): Gate {
  if (earlier === undefined) return gate
  return { ...gate, layer: earlier.layer, run: earlier.run ?? gate.run, declared: earlier.declared ?? gate.declared }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
