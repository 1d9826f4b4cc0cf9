import { FAST_PROFILE_PROOFS, type FastProfileProof, type JudgedProof } from '#lib/model/judgement.ts'
import type { JudgeProof, ProofFacts } from './proof-facts.ts'
import { proveOwnerApproval } from './proofs/owner-approval.ts'
import { proveProfileSmoke } from './proofs/profile-smoke.ts'
import { proveRollbackPosture } from './proofs/rollback-posture.ts'
import { proveSkippedGates } from './proofs/skipped-gates.ts'
import { proveValidatedSource } from './proofs/validated-source.ts'

const PROOFS: Readonly<Record<FastProfileProof, JudgeProof>> = {
  'validated-source': proveValidatedSource,
  'skipped-gates': proveSkippedGates,
  'profile-smoke': proveProfileSmoke,
  'rollback-posture': proveRollbackPosture,
  'owner-approval': proveOwnerApproval,
}

/** The five proofs of a fast profile, in order (docs/operating-model.md, "Fast profiles and skips"). Each must be passed. */
export function judgeProofs(facts: ProofFacts): readonly JudgedProof[] {
  return FAST_PROFILE_PROOFS.map((id) => ({ id, ...PROOFS[id](facts) }))
}
