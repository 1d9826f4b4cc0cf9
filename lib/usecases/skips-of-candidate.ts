import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { judgeSkip } from '#lib/rules/evidence/judge-skip.ts'
import { goneGate } from '#lib/rules/release/gone-gate.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import type { SkipDocument } from './list-skips.ts'
import { skipDocument } from './skip-document.ts'

/** The skips that were declared for a candidate, oldest first, each judged at a moment. */
export function skipsOfCandidate(model: OperatingModel, facts: CandidateFacts, now: Date): readonly SkipDocument[] {
  const index = indexModel(model)
  return facts.skips.map((skip) => {
    const { gate, definition } = index.gates.get(skip.gate) ?? goneGate(skip.gate)
    const profile = index.profiles.get(skip.profile) ?? null
    return skipDocument(skip, judgeSkip(skip, { gate, definition, profile, names: facts.names }, now), gate.domain)
  })
}
