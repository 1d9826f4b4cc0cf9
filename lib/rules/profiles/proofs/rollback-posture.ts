import { proveNamedGate } from '../named-gate.ts'
import type { JudgeProof } from '../proof-facts.ts'

/** 4: the way back is known: the profile's rollback gate has passed within its age. */
export const proveRollbackPosture: JudgeProof = (facts) =>
  proveNamedGate(facts, facts.profile.rollbackGate, 'rollback_gate', 'proof.rollback-posture')
