import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { judgeGateAgain } from '../status/judge-gate-again.ts'
import { factsOfGates, type GatesAsked } from './facts-of-gates.ts'
import { requiredReviews } from './required-reviews.ts'

export interface CandidateOptions extends GatesAsked {
  readonly now: Date
}

/**
 * Judges every gate of a candidate: those it needs, and the others as not applicable or failing. A gate that the plan needs and that is
 * no longer declared is still needed. Ordered by layer, domain and id; the same facts give the same answer.
 */
export function judgeCandidate(model: OperatingModel, facts: CandidateFacts, options: CandidateOptions): JudgedCandidate {
  return {
    names: facts.names,
    planId: facts.plan?.id ?? null,
    gates: factsOfGates(model, facts, options).map((gate) => judgeGateAgain(gate, options.now)),
    reviews: requiredReviews(model, facts.plan),
    computedAt: options.now,
  }
}
