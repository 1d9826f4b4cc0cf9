import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { DebtKind } from '#lib/model/debt.ts'
import type { JudgedGate, JudgedProof } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Reason } from '#lib/model/reason.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { askedProfile } from '../release/asked-profile.ts'
import { indexModel } from '../release/indexed-model.ts'
import { judgeCandidate } from '../release/judge-candidate.ts'
import { sortFacts } from '../release/sorted-facts.ts'
import { judgeProofs } from './judge-proofs.ts'
import type { ProofFacts } from './proof-facts.ts'
import { proveSkippedGates } from './proofs/skipped-gates.ts'
import { proveValidatedSource } from './proofs/validated-source.ts'

/** A line of the register, judged: its gate on its candidate, and the five proofs as far as they are about it. */
export interface JudgedLine {
  readonly gate: JudgedGate
  readonly proofs: readonly JudgedProof[]
}

/** The gates that a line is judged by: its own, the global contract gates, and those that profiles name. */
export function gatesOfLines(model: OperatingModel, gates: readonly string[]): readonly string[] {
  const named = model.profiles.flatMap(({ smoke, rollbackGate }) => [smoke, rollbackGate].filter((id) => id !== null))
  const globals = [...indexModel(model).gates.values()].filter(({ gate }) => gate.layer === 'contract-global').map(({ gate }) => gate.id)
  return [...new Set([...globals, ...named, ...gates])]
}

/**
 * Judges a gate that was left out and the five proofs of the profile it was left out under (docs/operating-model.md, "Fast profiles and
 * skips"). The second proof is about this gate alone. Only a fast profile has the last three: under any other nothing may be left out.
 */
export function judgeLine(
  model: OperatingModel,
  facts: CandidateFacts,
  gate: string,
  profileId: string | null,
  now: Date,
): JudgedLine | null {
  const { profiles } = indexModel(model)
  const profile = askedProfile(profiles, profileId ?? 'none')
  const asked = profileId === null ? null : profile
  const candidate = judgeCandidate(model, facts, { profile: asked, now, gates: gatesOfLines(model, [gate]) })
  const judged = candidate.gates.find((each) => each.gate === gate)
  if (judged === undefined || profile === null) return null
  const whole = { model, facts, candidate, profile, now }
  const own = { ...whole, candidate: { ...candidate, gates: [judged] } }
  if (profile.kind === 'fast') {
    const proofs = judgeProofs(whole).map((proof) => (proof.id === 'skipped-gates' ? ofOneGate(proveSkippedGates(own), judged) : proof))
    return { gate: judged, proofs }
  }
  return { gate: judged, proofs: proofsWithoutFastProfile(whole, judged, profiles.has(profile.id) ? profile : null) }
}

/** Which profile a line of debt came to be under: that of the run that hid it, of the skip, or of the evidence; null when nothing says one. */
export function profileOfLine(kind: DebtKind, gate: string, facts: CandidateFacts): string | null {
  const { runs, skips, evidence } = sortFacts(facts)(gate)
  const named = {
    run: runs.at(-1)?.profile,
    skip: skips.at(-1)?.profile,
    evidence: evidence.findLast(({ profile }) => profile !== null)?.profile,
  }
  const first = kind === 'hidden-skip' ? named.run : kind === 'refused-skip' ? named.skip : named.evidence
  return first ?? named.evidence ?? named.skip ?? named.run ?? null
}

function proofsWithoutFastProfile(
  facts: ProofFacts,
  { status, reasons }: JudgedGate,
  known: ReleaseProfile | null,
): readonly JudgedProof[] {
  const text =
    known === null
      ? 'No profile that is known lets it be left out, so only a run of the gate helps.'
      : `${known.id} is a ${known.kind} profile: it lets nothing be left out, so only a run of the gate helps.`
  const refs = known === null ? [] : [`file:${known.file}:${known.line}`]
  const reason: Reason = { code: 'proof.not-fast', text, refs, actors: [], next: null }
  const none = { status: 'not-applicable', reasons: [reason] } as const
  return [
    { id: 'validated-source', ...proveValidatedSource(facts) },
    { id: 'skipped-gates', status, reasons },
    { id: 'profile-smoke', ...none },
    { id: 'rollback-posture', ...none },
    { id: 'owner-approval', ...none },
  ]
}

/** What was skipped says by itself why it holds. */
function ofOneGate(skipped: Omit<JudgedProof, 'id'>, { status, reasons }: JudgedGate): JudgedProof {
  return { id: 'skipped-gates', status: skipped.status, reasons: status === 'skipped' && reasons.length > 0 ? reasons : skipped.reasons }
}
