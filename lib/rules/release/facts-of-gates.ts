import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { byLayerDomainId } from '../routing/gate-catalogue.ts'
import type { GateFacts } from '../status/gate-facts.ts'
import { askedProfile, profilesWith } from './asked-profile.ts'
import { goneGate } from './gone-gate.ts'
import { type IndexedGate, indexModel } from './indexed-model.ts'
import { requiredGates, whyNotRequired } from './required-gates.ts'
import { sortFacts } from './sorted-facts.ts'

export interface GatesAsked {
  /** The profile that is asked for, or its id: only skips declared for it count, and its own gates are needed. Null for none. */
  readonly profile: ReleaseProfile | string | null
  /** These gates alone; all when it is not given. */
  readonly gates?: readonly string[]
}

/** What each gate of a candidate is judged by: those it needs, and the others. Ordered by layer, domain and id. */
export function factsOfGates(model: OperatingModel, facts: CandidateFacts, { profile, gates }: GatesAsked): readonly GateFacts[] {
  const index = indexModel(model)
  const asked = askedProfile(index.profiles, profile)
  const profiles = profilesWith(index.profiles, asked)
  const required = requiredGates(index, facts.plan, asked)
  const because = whyNotRequired(facts.plan)
  const recorded = sortFacts(facts)
  const { names } = facts
  return chooseGates(index.gates, required, gates).map(({ gate, definition, actors, guard }) => {
    const recordedOfGate = recorded(gate.id)
    const notRequired = required.has(gate.id) ? null : because(gate.id)
    return { gate, definition, actors, names, notRequired, ...recordedOfGate, profiles, asked, guard }
  })
}

function chooseGates(
  declared: ReadonlyMap<string, IndexedGate>,
  required: ReadonlySet<string>,
  only: readonly string[] | undefined,
): readonly IndexedGate[] {
  const wanted = only === undefined ? null : new Set(only)
  const gone = [...required].filter((id) => !declared.has(id)).map(goneGate)
  const all = gone.length === 0 ? [...declared.values()] : [...declared.values(), ...gone].sort((a, b) => byLayerDomainId(a.gate, b.gate))
  return wanted === null ? all : all.filter(({ gate }) => wanted.has(gate.id))
}
