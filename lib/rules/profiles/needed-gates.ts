import type { JudgedCandidate, JudgedGate } from '#lib/model/judgement.ts'
import type { Reason } from '#lib/model/reason.ts'
import { RELEASE_MANAGEMENT } from '../evidence/who-can-move.ts'
import { boundedReasons, MOST_REASONS } from '../status/bounded-reasons.ts'

/** The gates that a candidate needs, whatever became of them. */
export function neededGates(candidate: JudgedCandidate): readonly JudgedGate[] {
  return candidate.gates.filter(({ status }) => status !== 'not-applicable')
}

/** The reasons of the gates that have not passed; `proven` when all have, `empty` when there is none to look at. */
export function reasonsOf(gates: readonly JudgedGate[], proven: Pick<Reason, 'code' | 'text'>, empty: string): readonly Reason[] {
  if (gates.length === 0) return [{ code: `${proven.code}-empty`, text: empty, refs: [], actors: [RELEASE_MANAGEMENT], next: null }]
  const open = gates.filter(({ status }) => status !== 'passed').flatMap(({ reasons }) => reasons)
  return open.length > 0 ? boundedReasons(open) : [{ ...proven, refs: refsOf(gates), actors: [], next: null }]
}

/** The gates that a proof rests on, as references; not more than reasons are given. */
export function refsOf(gates: readonly JudgedGate[]): readonly string[] {
  return gates.slice(0, MOST_REASONS).map(({ gate }) => `gate:${gate}`)
}
