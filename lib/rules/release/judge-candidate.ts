import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { byLayerDomainId } from '../routing/gate-catalogue.ts'
import { judgeGate } from '../status/judge-gate.ts'
import { askedProfile, profilesWith } from './asked-profile.ts'
import { goneGate } from './gone-gate.ts'
import { type IndexedGate, indexModel } from './indexed-model.ts'
import { requiredGates, whyNotRequired } from './required-gates.ts'
import { requiredReviews } from './required-reviews.ts'
import { sortFacts } from './sorted-facts.ts'

export interface CandidateOptions {
  /** The profile that is asked for, or its id: only skips declared for it count, and its own gates are needed. Null for none. */
  readonly profile: ReleaseProfile | string | null
  readonly now: Date
  /** Judges these gates alone; all when it is not given. */
  readonly gates?: readonly string[]
}

/**
 * Judges every gate of a candidate: those it needs, and the others as not applicable or failing. A gate that the plan needs and that is
 * no longer declared is still needed. Ordered by layer, domain and id; the same facts give the same answer.
 */
export function judgeCandidate(model: OperatingModel, facts: CandidateFacts, options: CandidateOptions): JudgedCandidate {
  const index = indexModel(model)
  const asked = askedProfile(index.profiles, options.profile)
  const profiles = profilesWith(index.profiles, asked)
  const required = requiredGates(index, facts.plan, asked)
  const because = whyNotRequired(facts.plan)
  const recorded = sortFacts(facts)
  return {
    names: facts.names,
    planId: facts.plan?.id ?? null,
    gates: chooseGates(index.gates, required, options.gates).map(({ gate, definition, actors, guard }) => {
      const { evidence, skips, runs, lastPass } = recorded(gate.id)
      const notRequired = required.has(gate.id) ? null : because(gate.id)
      const { names } = facts
      return judgeGate(
        { gate, definition, actors, names, notRequired, evidence, skips, runs, lastPass, profiles, asked, guard },
        options.now,
      )
    }),
    reviews: requiredReviews(model, facts.plan),
    computedAt: options.now,
  }
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
