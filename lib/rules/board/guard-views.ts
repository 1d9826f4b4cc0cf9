import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { GuardView } from '#lib/model/guard-view.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { countStates } from '../guards/count-by-rule.ts'
import { judgeFindings } from '../guards/judge-findings.ts'
import { gatesById } from './gates-by-id.ts'
import { guardGates } from './guard-gates.ts'

/** Every guard of a repository on a candidate, with what its newest standing run found. */
export function guardViews(model: OperatingModel, candidate: JudgedCandidate, facts: CandidateFacts, now: Date): readonly GuardView[] {
  const judged = gatesById(candidate)
  const reports = new Map(
    facts.evidence.filter(({ findings, revoked }) => findings !== null && revoked === null).map((each) => [each.gate, each]),
  )
  const lists = { baseline: model.guardBaseline, allowedDebt: model.guardAllowedDebt }
  return guardGates(model, reports.keys()).map(({ gate, mode, domains }) => {
    const report = reports.get(gate)
    const findings = report === undefined ? [] : judgeFindings(report.findings ?? [], lists, now)
    const { status = 'missing', overlays = [], reasons = [] } = judged.get(gate) ?? {}
    return { gate, mode, domains, status, overlays, reasons, evidence: report?.id ?? null, counts: countStates(findings), findings }
  })
}
