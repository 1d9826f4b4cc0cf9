import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { CandidateVerdict, JudgedGate, JudgedProof, LeanedException, ReleaseVerdict } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { judgeProofs } from '../profiles/judge-proofs.ts'
import { residualRisk } from '../profiles/residual-risk.ts'
import { judgeCandidate } from './judge-candidate.ts'
import { type JudgedReview, judgeReviews } from './judge-reviews.ts'

/**
 * Whether a candidate may be released by a profile, at this moment: every gate it needs, the reviews that routing asked for, and for a
 * fast profile its five proofs. Only an enforcing profile may leave a gate out, and only with a skip that holds. What an exception in force
 * lets stay open does not stop a release, and the verdict says so.
 */
export function judgeRelease(model: OperatingModel, facts: CandidateFacts, profile: ReleaseProfile, now: Date): CandidateVerdict {
  const candidate = judgeCandidate(model, facts, { profile, now })
  const whole = { model, facts, candidate, profile, now }
  const proofs = profile.kind === 'fast' ? judgeProofs(whole) : []
  const reviews = judgeReviews(candidate, facts)
  const unsatisfied = unsatisfiedGates(candidate.gates, profile)
  const leaned = new Set([
    ...unsatisfied.flatMap(({ exceptions }) => exceptions),
    ...reviews.flatMap(({ exceptions }) => exceptions),
    ...(profile.kind === 'fast' ? residualRisk(whole).approvedBy : []),
  ])
  const verdict = verdictOf(candidate.gates, unsatisfied, reviews, proofs, leaned.size > 0)
  return {
    verdict,
    profile: profile.id,
    unsatisfied: unsatisfied.map(({ gate }) => gate),
    reviews: reviews.map(({ domain, state }) => ({ domain, state })),
    proofs,
    exceptions: leanedExceptions(facts, leaned),
  }
}

function verdictOf(
  gates: readonly JudgedGate[],
  unsatisfied: readonly JudgedGate[],
  reviews: readonly JudgedReview[],
  proofs: readonly JudgedProof[],
  leansOnExceptions: boolean,
): ReleaseVerdict {
  if (gates.some(({ status }) => status === 'pending')) return 'waiting'
  const needsNothing = gates.every(({ status }) => status === 'not-applicable')
  const stopped = unsatisfied.some(({ exceptions }) => exceptions.length === 0)
  const reviewed = reviews.every(({ state }) => state === 'approved')
  const proven = proofs.every(({ status }) => status === 'passed')
  if (needsNothing || stopped || !reviewed || !proven) return 'no-go'
  return leansOnExceptions ? 'go-with-exceptions' : 'go'
}

function unsatisfiedGates(gates: readonly JudgedGate[], { mode }: ReleaseProfile): readonly JudgedGate[] {
  return gates.filter(({ satisfied, status }) => !satisfied || (status === 'skipped' && mode !== 'enforcing'))
}

function leanedExceptions({ exceptions }: CandidateFacts, leaned: ReadonlySet<string>): readonly LeanedException[] {
  return exceptions
    .filter(({ id }) => leaned.has(id))
    .map(({ id, gates, risk, expiresAt }) => ({ id, gates, risk, expiresAt: expiresAt.toISOString() }))
}
