import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { JudgedCandidate, JudgedProof } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'

/** What the proofs of a fast profile are read from. The candidate was judged for that profile. */
export interface ProofFacts {
  readonly model: OperatingModel
  readonly facts: CandidateFacts
  readonly candidate: JudgedCandidate
  readonly profile: ReleaseProfile
  readonly now: Date
}

export type JudgeProof = (facts: ProofFacts) => Omit<JudgedProof, 'id'>
