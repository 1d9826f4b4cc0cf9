import type { Evidence } from '#lib/model/evidence.ts'
import type { Reason } from '#lib/model/reason.ts'
import type { PriorRefusal, SkipWithProof } from '#lib/model/skip.ts'
import { runNext } from './next-step.ts'
import { quoteBriefly } from './quote-briefly.ts'
import { whoCanMove } from './who-can-move.ts'
import { priorAgeLimit, type SkipFacts } from './why-not-prior.ts'

/** Says why a skip is accepted or refused: what was expected of its proof, what was found, who can move it and how. */
export function explainSkip(skip: SkipWithProof, facts: SkipFacts, refusal: PriorRefusal | null): Reason {
  const { gate } = facts
  const proof = skip.proof?.kind === 'evidence' ? skip.proof.evidence : null
  const refs = [`skip:${skip.id}`, ...(proof === null ? [] : [`evidence:${proof.id}`]), `gate:${gate.id}`]
  const actors = facts.actors ?? whoCanMove(gate)
  if (refusal === null) {
    const text = `Skipped under the profile ${skip.profile}, because ${sentence(skip.reason)} The proof is evidence ${proof?.id}: it passed for the same content.`
    return { code: 'skip.accepted', text, refs, actors, next: runNext(gate, 'Run it on this content instead') }
  }
  const text = `A skip under the profile ${skip.profile} is refused: ${REFUSALS[refusal](skip, facts, proof)}`
  return {
    code: `skip.${refusal}`,
    text,
    refs,
    actors,
    next: runNext(gate, 'Run the gate: a pass on this content answers the refused skip'),
  }
}

type Explain = (skip: SkipWithProof, facts: SkipFacts, prior: Evidence | null) => string

const REFUSALS: Readonly<Record<PriorRefusal, Explain>> = {
  'no-evidence': (skip, { gate }, prior) => {
    if (prior !== null) return `the proof must be evidence of ${gate.id}, and ${prior.id} is of ${prior.gate}.`
    return skip.prior === null
      ? 'it needs prior evidence that passed, and names none.'
      : `no evidence ${quoteBriefly(skip.prior)} is known.`
  },
  'content-mismatch': (_, __, prior) =>
    `the proof must name the same commit, tree or digest, and evidence ${prior?.id} names ${contentText(prior)}, which is other content.`,
  'gate-changed': (_, { gate }, prior) => `${gate.id} has changed since evidence ${prior?.id} was recorded, so it shows another gate.`,
  expired: (skip, { profile, gate }, prior) => {
    const limit = profile === null ? null : priorAgeLimit(profile, gate)
    return `the profile ${skip.profile} takes evidence of at most ${hours(limit)}, and evidence ${prior?.id} is older.`
  },
  'not-passed': (_, __, prior) =>
    prior?.result === 'passed'
      ? `evidence ${prior.id} passed without executing a single test, which shows nothing.`
      : `the proof must have passed, and evidence ${prior?.id} says ${prior?.result}.`,
  revoked: (_, __, prior) => `evidence ${prior?.id} was revoked.`,
  'skip-of-skip': (skip) => `its proof ${skip.prior} is itself a skip, and a skip proves nothing.`,
  'not-authorised': (skip, facts, prior) => whyNotAuthorised(skip, facts, prior),
}

function whyNotAuthorised({ profile: named, reason }: SkipWithProof, { gate, profile }: SkipFacts, prior: Evidence | null): string {
  if (profile === null) return `there is no profile ${named}.`
  if (profile.kind !== 'fast') return `only a fast profile may skip gates, and ${named} is ${profile.kind}.`
  if (gate.layer === 'contract-global') return 'no profile may skip a global contract gate.'
  if (!profile.maySkip.includes(gate.layer) && !profile.maySkip.includes(gate.id))
    return `the profile does not list ${gate.id} under may_skip.`
  if (reason.trim() === '') return 'it gives no reason.'
  return `only ${gate.producers.join(', ')} may show this gate, and evidence ${prior?.id} comes from ${prior?.producer.name}.`
}

function contentText(prior: Evidence | null): string {
  const { gitCommit, gitTree, sha256 } = prior?.content ?? {}
  return gitCommit ?? gitTree ?? `sha256:${sha256}`
}

function sentence(text: string): string {
  const said = quoteBriefly(text)
  return /[.!?…]$/.test(said) ? said : `${said}.`
}

function hours(seconds: number | null): string {
  return seconds === null ? 'any age' : `${Math.round(seconds / 360) / 10} h`
}
