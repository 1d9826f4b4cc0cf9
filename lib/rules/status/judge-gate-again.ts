import type { Gate } from '#lib/model/gate.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { GateFacts } from './gate-facts.ts'
import { judgeGate } from './judge-gate.ts'
import { alsoExpect, WatchedMoment } from './watched-moment.ts'

/** A judgement, with the facts it was made of and how long they give the same. */
interface Judgement {
  readonly facts: GateFacts
  readonly judged: JudgedGate
  readonly from: number
  readonly until: number
}

/** Of a gate the last few: it is judged for several candidates, and as one that is needed beside as it was planned. */
const MOST_KEPT = 4
const kept = new WeakMap<Gate, readonly Judgement[]>()

/**
 * As `judgeGate`, and the very judgement that was given before where the same facts were judged at a moment from which nothing has changed
 * by time alone. Records are compared by identity, so that what was read anew is judged anew.
 */
export function judgeGateAgain(facts: GateFacts, now: Date): JudgedGate {
  const before = kept.get(facts.gate) ?? []
  const moment = now.getTime()
  const known = before.find((each) => each.from <= moment && moment < each.until && isSame(each.facts, facts))
  if (known !== undefined) {
    alsoExpect(known.until, now)
    return known.judged
  }
  const watched = new WatchedMoment(now)
  const judged = judgeGate(facts, watched)
  alsoExpect(watched.changesAt, now)
  const rest = before.filter((each) => !isSame(each.facts, facts)).slice(0, MOST_KEPT - 1)
  kept.set(facts.gate, [{ facts, judged, from: moment, until: watched.changesAt }, ...rest])
  return judged
}

function isSame(a: GateFacts, b: GateFacts): boolean {
  return (
    a.gate === b.gate &&
    a.definition === b.definition &&
    a.actors === b.actors &&
    a.names === b.names &&
    a.notRequired === b.notRequired &&
    a.lastPass === b.lastPass &&
    a.profiles === b.profiles &&
    a.asked === b.asked &&
    a.guard === b.guard &&
    holdsSame(a.evidence, b.evidence) &&
    holdsSame(a.skips, b.skips) &&
    holdsSame(a.runs, b.runs) &&
    holdsSame(a.exceptions, b.exceptions)
  )
}

function holdsSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}
