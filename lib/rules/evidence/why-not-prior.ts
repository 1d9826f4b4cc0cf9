import { type CandidateNames, speaksFor } from '#lib/model/content.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import type { PriorRefusal, SkipWithProof } from '#lib/model/skip.ts'
import { gateDefinition } from './gate-definition.ts'
import { isPastAge } from './is-past-age.ts'
import { mayPass } from './may-pass.ts'

/** What a skip is held against. `definition` is the gate's, when it is at hand already. */
export interface SkipFacts {
  readonly gate: Gate
  readonly definition?: string
  /** The profile that the skip was declared for; null when there is none of that name. */
  readonly profile: ReleaseProfile | null
  readonly names: CandidateNames
  /** Who can move the gate, when it is at hand. */
  readonly actors?: readonly string[]
}

/**
 * Why a declared skip is refused, or null when it holds: the profile must allow it, and the prior evidence must be a standing pass of
 * this very gate, for this very content, young enough, by somebody who may (docs/operating-model.md, "Fast profiles and skips").
 */
export function whyNotPrior(skip: SkipWithProof, facts: SkipFacts, now: Date): PriorRefusal | null {
  const { gate, profile, names } = facts
  if (profile === null || !maySkip(profile, gate) || skip.reason.trim() === '') return 'not-authorised'
  if (skip.proof === null) return 'no-evidence'
  if (skip.proof.kind === 'skip') return 'skip-of-skip'
  const prior = skip.proof.evidence
  if (prior.result === 'skipped') return 'skip-of-skip'
  if (prior.gate !== gate.id) return 'no-evidence'
  if (prior.revoked !== null) return 'revoked'
  if (prior.result !== 'passed' || prior.counts?.executed === 0) return 'not-passed'
  if (!speaksFor(prior.content, names)) return 'content-mismatch'
  if (prior.gateDefinition !== (facts.definition ?? gateDefinition(gate))) return 'gate-changed'
  if (isPastAge(prior.receivedAt, priorAgeLimit(profile, gate), now)) return 'expired'
  return mayPass(gate, prior.producer) ? null : 'not-authorised'
}

/** How old prior evidence may be under a profile, in seconds: what the profile says, else what the gate says; null is no limit. */
export function priorAgeLimit(profile: ReleaseProfile, gate: Gate): number | null {
  return profile.maxEvidenceAgeSeconds ?? gate.maxAgeSeconds
}

/** True when the profile lets this gate be left out with a proof. No profile lets a global contract gate be. */
export function maySkip(profile: ReleaseProfile, gate: Gate): boolean {
  if (profile.kind !== 'fast' || gate.layer === 'contract-global') return false
  return profile.maySkip.includes(gate.layer) || profile.maySkip.includes(gate.id)
}
