import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedCandidate, JudgedGate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { isPastAge } from '../evidence/is-past-age.ts'
import { weighEvidence } from '../evidence/weigh-evidence.ts'
import { type IndexedGate, indexModel } from '../release/indexed-model.ts'
import { judgeCandidate } from '../release/judge-candidate.ts'
import type { ShownGate } from './item-facts.ts'

/** What was recorded of a candidate, opened once for all its domains. */
interface OpenedFacts {
  readonly model: OperatingModel
  readonly candidate: JudgedCandidate
  readonly judged: ReadonlyMap<string, JudgedGate>
  readonly evidence: ReadonlyMap<string, Evidence>
  /** Every gate judged as one that is needed; made when it is first asked for. */
  needed: ReadonlyMap<string, JudgedGate> | null
}

const opened = new WeakMap<CandidateFacts, OpenedFacts>()

/**
 * Shows gates of a candidate. What a change was routed to says nothing about whether a domain may be promoted on its own, so a gate that
 * the change did not need is judged as if it did.
 */
export function showGates(model: OperatingModel, candidate: JudgedCandidate, facts: CandidateFacts): (id: string) => ShownGate | null {
  const open = openFacts(model, candidate, facts)
  return (id) => {
    const known = indexModel(model).gates.get(id)
    if (known === undefined) return null
    const given = open.judged.get(id)
    const judged = given === undefined || given.status === 'not-applicable' ? neededGates(open, facts).get(id) : given
    return judged === undefined ? null : showGate(open, known, judged)
  }
}

/** What was shown of a judgement: every domain looks at a global gate, and one judgement is of the same evidence for all of them. */
const shown = new WeakMap<JudgedGate, ShownGate>()

function showGate({ evidence, candidate }: OpenedFacts, { gate, definition, guard }: IndexedGate, judged: JudgedGate): ShownGate {
  const known = shown.get(judged)
  if (known?.gate === gate) return known
  const now = candidate.computedAt
  const passes = judged.evidence
    .flatMap((each) => evidence.get(each) ?? [])
    .filter((each) => each.revoked === null && weighEvidence(each, gate, guard, now).says === 'passed')
    .filter((each) => each.gateDefinition === definition && !isPastAge(each.receivedAt, gate.maxAgeSeconds, now))
  const fresh = { gate, judged, passes }
  shown.set(judged, fresh)
  return fresh
}

function openFacts(model: OperatingModel, candidate: JudgedCandidate, facts: CandidateFacts): OpenedFacts {
  const known = opened.get(facts)
  if (known?.model === model && known.candidate === candidate) return known
  const fresh: OpenedFacts = {
    model,
    candidate,
    judged: new Map(candidate.gates.map((gate) => [gate.gate, gate])),
    evidence: new Map(facts.evidence.map((each) => [each.id, each])),
    needed: null,
  }
  opened.set(facts, fresh)
  return fresh
}

function neededGates(open: OpenedFacts, facts: CandidateFacts): ReadonlyMap<string, JudgedGate> {
  if (open.needed !== null) return open.needed
  const { model, candidate } = open
  const gates = [...indexModel(model).gates.keys()]
  const plan = { id: '', modelDigest: model.digest, gates, notRequired: [], reviews: [] }
  // Of a candidate that was judged for some gates alone nothing is known of the others.
  const judged = judgeCandidate(
    model,
    { ...facts, plan },
    { profile: null, now: candidate.computedAt, gates: candidate.gates.map(({ gate }) => gate) },
  )
  open.needed = new Map(judged.gates.map((gate) => [gate.gate, gate]))
  return open.needed
}
