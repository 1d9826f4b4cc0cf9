import type { EvidenceOfGate } from '#lib/model/exception.ts'
import type { GateLook } from '../status/look-at-gate.ts'

/**
 * What speaks for and against a gate now, by reference: what an exception for it rests on. What a run has hidden and a skip without a proof
 * speak against it as a failure does, or withholding a failure would look better than posting it.
 */
export function evidenceOfGate({
  standing,
  hiddenIn,
  refusedSkips,
}: Pick<GateLook, 'standing' | 'hiddenIn' | 'refusedSkips'>): EvidenceOfGate {
  const refs = (which: typeof standing) => which.map(({ evidence }) => `evidence:${evidence.id}`)
  return {
    against: [
      ...refs(standing.filter(({ says }) => says !== 'passed')),
      ...hiddenIn.map(({ id }) => `run:${id}`),
      ...refusedSkips.map(({ id }) => `skip:${id}`),
    ],
    passes: refs(standing.filter(({ says }) => says === 'passed')),
  }
}

/**
 * Whether a gate has failed on this content, whatever it was reported as: a failure that stands, findings or counts that say so beside the
 * result, or, for a deterministic gate, a failure that a later run contradicts.
 */
export function hasFailed({ facts, counted, standing }: Pick<GateLook, 'facts' | 'counted' | 'standing'>): boolean {
  const saysSo = standing.some(
    ({ says, code, evidence }) =>
      says === 'failed' || code === 'evidence.findings-contradict' || (says !== 'passed' && (evidence.counts?.failed ?? 0) > 0),
  )
  return saysSo || (facts.gate.deterministic === true && counted.some(({ evidence }) => evidence.result === 'failed'))
}
