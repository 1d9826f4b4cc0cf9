import type { JudgedGate } from '#lib/model/judgement.ts'
import { boundedReasons } from '../../status/bounded-reasons.ts'
import { rollUp } from '../../status/roll-up.ts'
import { neededGates, refsOf } from '../needed-gates.ts'
import type { JudgeProof } from '../proof-facts.ts'

/** 2: what was not run is listed, each a declared skip with a reason and a proof that holds. What was run is judged by itself. */
export const proveSkippedGates: JudgeProof = ({ candidate, profile }) => {
  const notRun = neededGates(candidate).filter(wasNotRun)
  const open = notRun.filter(({ status, debt }) => status !== 'skipped' || debt.length > 0)
  if (open.length > 0) return { status: rollUp(open), reasons: boundedReasons(open.flatMap(({ reasons }) => reasons)) }
  const text =
    notRun.length === 0
      ? 'Every gate that is needed was run: nothing is skipped.'
      : `${notRun.length} gates were not run, and each is a declared skip with a proof that holds.`
  const refs = [...refsOf(notRun), `file:${profile.file}:${profile.line}`]
  return { status: 'passed', reasons: [{ code: 'proof.skipped-gates', text, refs, actors: [], next: null }] }
}

function wasNotRun({ status, evidence, debt }: JudgedGate): boolean {
  return status === 'skipped' || evidence.length === 0 || debt.includes('refused-skip') || NOT_SHOWN.has(status)
}

const NOT_SHOWN: ReadonlySet<JudgedGate['status']> = new Set(['missing', 'stale', 'pending'])
