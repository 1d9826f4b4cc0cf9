import type { JudgedProof } from '#lib/model/judgement.ts'
import { RELEASE_MANAGEMENT } from '../evidence/who-can-move.ts'
import { reasonsOf } from './needed-gates.ts'
import type { ProofFacts } from './proof-facts.ts'

/** A proof that one gate gives, which the profile must name under `key`. A skip of that gate proves nothing. */
export function proveNamedGate({ candidate, profile }: ProofFacts, id: string | null, key: string, code: string): Omit<JudgedProof, 'id'> {
  const judged = candidate.gates.find(({ gate }) => gate === id)
  if (id === null || judged === undefined) {
    const text = `A fast profile names a gate under ${key}, and ${profile.id} names ${id ?? 'none'}.`
    const refs = [`file:${profile.file}:${profile.line}`]
    const next = { label: `Name a gate under ${key}`, command: 'lanekeeper lint' }
    return { status: 'missing', reasons: [{ code: `${code}-unnamed`, text, refs, actors: [RELEASE_MANAGEMENT], next }] }
  }
  return {
    status: judged.status,
    reasons: reasonsOf([judged], { code, text: `The profile names ${id} under ${key}, and it has passed on this content.` }, ''),
  }
}
