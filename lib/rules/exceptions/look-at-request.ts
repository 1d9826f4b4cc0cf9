import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { RequestCase } from '#lib/model/exception-case.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { factsOfGates } from '../release/facts-of-gates.ts'
import { requiredReviews } from '../release/required-reviews.ts'
import { lookAtGate } from '../status/look-at-gate.ts'
import { evidenceOfGate, hasFailed } from './evidence-of-gate.ts'

/** What a request for some gates rests on, from what was recorded of the candidate at a moment. */
export function lookAtRequest(
  model: OperatingModel,
  facts: CandidateFacts,
  gates: readonly string[],
  now: Date,
): Pick<RequestCase, 'reviews' | 'evidence' | 'failedGlobals'> {
  const looks = factsOfGates(model, facts, { profile: null, gates }).map((each) => lookAtGate(each, now))
  return {
    reviews: requiredReviews(model, facts.plan),
    evidence: Object.fromEntries(looks.map((look) => [look.facts.gate.id, evidenceOfGate(look)])),
    failedGlobals: looks
      .filter((look) => look.facts.gate.layer === 'contract-global' && hasFailed(look))
      .map(({ facts: { gate } }) => gate.id),
  }
}

/** The identities that recorded evidence for some gates of a candidate, or declared that one of them be left out. */
export function identitiesBehind({ evidence, skips }: CandidateFacts, gates: readonly string[]): readonly string[] {
  const posted = evidence.filter(({ gate }) => gates.includes(gate)).map(({ producer }) => producer.identity)
  const declared = skips.filter(({ gate }) => gates.includes(gate)).map(({ declaredBy }) => declaredBy)
  return [...new Set([...posted, ...declared])]
}
