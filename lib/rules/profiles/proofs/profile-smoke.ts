import { proveNamedGate } from '../named-gate.ts'
import type { JudgeProof } from '../proof-facts.ts'

/** 3: the profile has a smoke of its own, and it has passed on this content. */
export const proveProfileSmoke: JudgeProof = (facts) => proveNamedGate(facts, facts.profile.smoke, 'smoke', 'proof.profile-smoke')
