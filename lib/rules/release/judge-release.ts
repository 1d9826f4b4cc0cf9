import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { CandidateVerdict, JudgedGate, JudgedProof, ReleaseVerdict } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { judgeProofs } from '../profiles/judge-proofs.ts'
import { judgeCandidate } from './judge-candidate.ts'

/**
 * Whether a candidate may be released by a profile, at this moment: every gate it needs, the reviews that routing asked for, and for a
 * fast profile its five proofs. Only an enforcing profile may leave a gate out, and only with a skip that holds.
 */
export function judgeRelease(model: OperatingModel, facts: CandidateFacts, profile: ReleaseProfile, now: Date): CandidateVerdict {
  const candidate = judgeCandidate(model, facts, { profile, now })
  const proofs = profile.kind === 'fast' ? judgeProofs({ model, facts, candidate, profile, now }) : []
  const reviews = candidate.reviews.map((domain) => ({ domain, state: 'missing' as const }))
  return {
    verdict: verdictOf(candidate.gates, profile, reviews.length, proofs),
    profile: profile.id,
    unsatisfied: unsatisfiedGates(candidate.gates, profile).map(({ gate }) => gate),
    reviews,
    proofs,
  }
}

function verdictOf(
  gates: readonly JudgedGate[],
  profile: ReleaseProfile,
  missingReviews: number,
  proofs: readonly JudgedProof[],
): ReleaseVerdict {
  if (gates.some(({ status }) => status === 'pending')) return 'waiting'
  const needsNothing = gates.every(({ status }) => status === 'not-applicable')
  const proven = proofs.every(({ status }) => status === 'passed')
  return needsNothing || unsatisfiedGates(gates, profile).length > 0 || missingReviews > 0 || !proven ? 'no-go' : 'go'
}

function unsatisfiedGates(gates: readonly JudgedGate[], { mode }: ReleaseProfile): readonly JudgedGate[] {
  return gates.filter(({ satisfied, status }) => !satisfied || (status === 'skipped' && mode !== 'enforcing'))
}
