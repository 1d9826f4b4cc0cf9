import type { Evidence } from '#lib/model/evidence.ts'
import type { IndexedGate } from '../release/indexed-model.ts'
import { isPastAge } from './is-past-age.ts'
import { weighEvidence } from './weigh-evidence.ts'

/** Why evidence counts for less than it says. */
export interface Lessening {
  /** That of the reason which a status would give. */
  readonly code: string
  /** One sentence. */
  readonly text: string
}

const BY_WEIGHT: Readonly<Record<string, string>> = {
  'evidence.not-authorised': 'Its producer is not among those whose pass counts for this gate, so it counts for nothing.',
  'evidence.no-tests': 'No test was executed, so it is no pass: the gate is blocked.',
  'evidence.findings-contradict': 'It reports findings that block, so it is no pass: the gate is blocked.',
  'evidence.tests-skipped': 'Tests inside it were left out without a reason, so it is partial.',
}

/**
 * Everything that makes evidence count for less than it says, at a moment; empty when it counts in full. `gate` is null when the model
 * no longer has it; `answers` is later evidence that names this one in `supersedes`.
 */
export function whatLessens(
  evidence: Evidence,
  gate: IndexedGate | null,
  answers: readonly Pick<Evidence, 'id' | 'sequence' | 'result' | 'producer' | 'revoked'>[],
  now: Date,
): readonly Lessening[] {
  const passed = evidence.result === 'passed'
  const found: Lessening[] = []
  if (gate === null) found.push({ code: 'gate.undeclared', text: 'The operating model has no such gate today, so it speaks for none.' })
  if (evidence.revoked !== null) found.push({ code: 'evidence.revoked', text: 'It was revoked, so its pass counts for nothing.' })
  if (passed && gate !== null) found.push(...passLessens(evidence, gate, now))
  const answer = answers.find((each) => answersIt(each, evidence))
  if (!passed && answer !== undefined) {
    found.push({ code: 'evidence.answered', text: 'A later pass of the same producer names it, so it is answered if that pass counts.' })
  }
  return found
}

function passLessens(evidence: Evidence, { gate, definition, guard }: IndexedGate, now: Date): Lessening[] {
  const text = BY_WEIGHT[weighEvidence(evidence, gate, guard, now).code]
  const found: Lessening[] = text === undefined ? [] : [{ code: weighEvidence(evidence, gate, guard, now).code, text }]
  if (evidence.gateDefinition !== definition) {
    found.push({ code: 'evidence.gate-changed', text: 'The gate was defined otherwise when it was recorded, so it is stale.' })
  }
  if (isPastAge(evidence.receivedAt, gate.maxAgeSeconds, now)) {
    found.push({ code: 'evidence.expired', text: 'It is older than the gate allows, so it is stale.' })
  }
  return found
}

/** Only a standing pass that came later, from the same producer, answers. */
function answersIt(later: Pick<Evidence, 'sequence' | 'result' | 'producer' | 'revoked'>, evidence: Evidence): boolean {
  const isPass = later.result === 'passed' && later.revoked === null
  return isPass && later.sequence > evidence.sequence && later.producer.identity === evidence.producer.identity
}
