import type { Evidence } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { Skip } from '#lib/model/skip.ts'
import { weighEvidence } from '../evidence/weigh-evidence.ts'
import { whyNotPrior } from '../evidence/why-not-prior.ts'
import { indexModel } from '../release/indexed-model.ts'
import { sortFacts } from '../release/sorted-facts.ts'
import { neededGates } from './needed-gates.ts'
import type { ProofFacts } from './proof-facts.ts'

/** A skip that the release leans on, and what it is proven by. */
export interface LeaningSkip {
  readonly skip: Skip
  readonly gate: Gate
  readonly prior: Evidence
}

/** The accepted skips of this profile that no later pass of the gate on this content has made needless. */
export function leaningSkips({ model, facts, candidate, profile, now }: ProofFacts): readonly LeaningSkip[] {
  const { gates } = indexModel(model)
  const recorded = sortFacts(facts)
  return neededGates(candidate).flatMap(({ gate: id }) => {
    const known = gates.get(id)
    const { skips, evidence } = recorded(id)
    if (known === undefined || skips.length === 0) return []
    const passes = evidence.filter((each) => each.revoked === null && weighEvidence(each, known.gate, known.guard, now).says === 'passed')
    const lastPass = passes.at(-1)?.sequence ?? -1
    return skips.flatMap((skip) => {
      if (skip.profile !== profile.id || skip.sequence < lastPass || skip.proof?.kind !== 'evidence') return []
      const refusal = whyNotPrior(skip, { ...known, profile, names: facts.names }, now)
      return refusal === null ? [{ skip, gate: known.gate, prior: skip.proof.evidence }] : []
    })
  })
}
