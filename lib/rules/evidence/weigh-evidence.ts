import type { Evidence } from '#lib/model/evidence.ts'
import type { GuardMode } from '#lib/model/extraction-packet.ts'
import type { Gate } from '#lib/model/gate.ts'
import { blocks } from '../guards/blocks.ts'
import { type GuardLists, judgeFindings } from '../guards/judge-findings.ts'
import { mayPass } from './may-pass.ts'

/** How findings of a gate are enforced; `mode` is null when no packet says so. */
export interface GuardEnforcement {
  readonly mode: GuardMode | null
  readonly lists: GuardLists
}

/** What one piece of evidence counts for, which may be less than it says. `code` is that of the reason. */
export interface WeighedEvidence {
  readonly evidence: Evidence
  readonly says: 'failed' | 'blocked' | 'partial' | 'skipped' | 'passed' | 'nothing'
  readonly code: string
  /** It reports findings whose allowance has ended. */
  readonly expiredDebt: boolean
}

/**
 * Weighs one piece of evidence. A pass is one only when somebody who may has posted it, at least one test was executed, no test inside
 * it was left out without a reason, and its own findings do not contradict it. What is not a pass counts whoever says so.
 */
export function weighEvidence(evidence: Evidence, gate: Gate, guard: GuardEnforcement | null, now: Date): WeighedEvidence {
  const states = findingStates(evidence, guard, now)
  const weigh = (says: WeighedEvidence['says'], code: string): WeighedEvidence => ({
    evidence,
    says,
    code,
    expiredDebt: states.includes('expired-debt'),
  })
  const { result, counts } = evidence
  if (result === 'failed' || result === 'error') return weigh('failed', `evidence.${result}`)
  if (result !== 'passed') return weigh(result, `evidence.${result}`)
  if (!mayPass(gate, evidence.producer)) return { ...weigh('nothing', 'evidence.not-authorised'), expiredDebt: false }
  if (counts?.executed === 0) return weigh('blocked', 'evidence.no-tests')
  const mode = guard?.mode ?? null
  if (mode !== null && states.some((state) => blocks(mode, state))) return weigh('blocked', 'evidence.findings-contradict')
  if (counts !== null && counts.skipped > 0 && (evidence.reason ?? '').trim() === '') return weigh('partial', 'evidence.tests-skipped')
  return weigh('passed', 'evidence.passed')
}

function findingStates({ findings }: Evidence, guard: GuardEnforcement | null, now: Date) {
  if (guard === null || findings === null || findings.length === 0) return []
  return judgeFindings(findings, guard.lists, now).map(({ state }) => state)
}
