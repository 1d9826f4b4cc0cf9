import type { Gate } from '#lib/model/gate.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { gateDefinition } from '../evidence/gate-definition.ts'
import type { GuardEnforcement } from '../evidence/weigh-evidence.ts'
import { whoCanMove } from '../evidence/who-can-move.ts'
import { byLayerDomainId, listGates } from '../routing/gate-catalogue.ts'
import { guardModes } from './guard-modes.ts'

/** A gate with what every judgement of it looks up. */
export interface IndexedGate {
  readonly gate: Gate
  readonly definition: string
  readonly actors: readonly string[]
  readonly guard: GuardEnforcement | null
}

/** A model, opened for judging. */
export interface IndexedModel {
  /** Every gate there is by its id, in order of layer, domain and id. */
  readonly gates: ReadonlyMap<string, IndexedGate>
  /** The gates of every lane. */
  readonly laneGates: ReadonlySet<string>
  /** What any lane lists under `global_gates`. */
  readonly globalGates: ReadonlySet<string>
  readonly profiles: ReadonlyMap<string, ReleaseProfile>
}

const opened = new WeakMap<OperatingModel, IndexedModel>()

/** Opens a model for judging; once for each, since a model never changes. */
export function indexModel(model: OperatingModel): IndexedModel {
  const known = opened.get(model)
  if (known !== undefined) return known
  const fresh = openModel(model)
  opened.set(model, fresh)
  return fresh
}

function openModel(model: OperatingModel): IndexedModel {
  const owners = new Map(model.lanes.map((lane) => [lane.domainId, lane.owner]))
  const modes = guardModes(model.packets)
  const lists = { baseline: model.guardBaseline, allowedDebt: model.guardAllowedDebt }
  const gates = [...listGates(model).values()].sort(byLayerDomainId).map((gate) => ({
    gate,
    definition: gateDefinition(gate),
    actors: whoCanMove(gate, owners.get(gate.domain ?? '')),
    guard: { mode: modes.get(gate.id) ?? null, lists },
  }))
  const laneGates = model.lanes.flatMap((lane) => lane.gates)
  return {
    gates: new Map(gates.map((each) => [each.gate.id, each])),
    laneGates: new Set(laneGates.map(({ id }) => id)),
    globalGates: new Set(laneGates.filter(({ layer }) => layer === 'contract-global').map(({ id }) => id)),
    profiles: new Map(model.profiles.map((profile) => [profile.id, profile])),
  }
}
