import type { JudgedCandidate, JudgedGate } from '#lib/model/judgement.ts'

/** Indexed once per judged candidate, however many domains look. */
const indexed = new WeakMap<JudgedCandidate, ReadonlyMap<string, JudgedGate>>()

/** The judged gates of a candidate by id. */
export function gatesById(candidate: JudgedCandidate): ReadonlyMap<string, JudgedGate> {
  const known = indexed.get(candidate) ?? new Map(candidate.gates.map((gate) => [gate.gate, gate]))
  indexed.set(candidate, known)
  return known
}
