import { randomUUID } from 'node:crypto'
import { contentIdOf } from '#lib/model/content.ts'
import type { DebtLine } from '#lib/model/debt.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { candidateNames, contentIdsOf } from '#lib/store/candidates.ts'
import type { Session } from '#lib/store/database.ts'
import { closeDebt, openDebt, openDebtOf } from '#lib/store/debt.ts'
import type { EvidenceToKeep } from '#lib/store/keep-evidence.ts'
import type { CurrentModel } from './current-model.ts'
import { loadCandidate } from './load-candidate.ts'

/** Gates of a candidate that something was recorded for. */
export interface TouchedGates {
  /** What the candidate is listed by. */
  readonly contentId: string
  readonly gates: readonly string[]
}

/**
 * Opens a line of the debt ledger for whatever the touched gates owe now, and closes the lines of those that have passed; nothing else ever
 * closes one. One line for each kind of debt, gate and source. In the transaction of what was recorded, after it.
 */
export async function reconcileDebt(session: Session, current: CurrentModel, touched: TouchedGates, at: Date): Promise<void> {
  const { model } = current.compiled
  const { id: repositoryId } = current.repository
  const { contentId, gates } = touched
  const { facts } = await loadCandidate(session, repositoryId, contentId, { gates })
  const judged = judgeCandidate(model, facts, { profile: null, now: at, gates })
  const open = await openDebtOf(session, repositoryId, contentIdsOf(facts.names), gates)
  const owed = judged.gates.flatMap((gate) => owedLines(model, gate, open).map((line) => ({ ...line, content: contentId, openedAt: at })))
  await openDebt(session, repositoryId, owed)
  for (const { gate, status, evidence } of judged.gates) {
    const paid = status === 'passed' ? open.filter((line) => line.gate === gate).map(({ id }) => id) : []
    await closeDebt(session, paid, { at, by: evidence })
  }
}

/**
 * The same for evidence that was just kept. A plain pass owes nothing, so that only a line that is open for its gate makes it be judged.
 */
export async function reconcileEvidence(
  session: Session,
  current: CurrentModel,
  evidence: readonly EvidenceToKeep[],
  at: Date,
): Promise<void> {
  for (const contentId of new Set(evidence.map(({ content }) => contentIdOf(content)))) {
    const ofCandidate = evidence.filter(({ content }) => contentIdOf(content) === contentId)
    const names = await candidateNames(session, current.repository.id, contentId)
    const gates = [...new Set(ofCandidate.map(({ gate }) => gate))]
    const open = await openDebtOf(session, current.repository.id, contentIdsOf(names), gates)
    const touched = new Set([...ofCandidate.filter(mayOwe), ...open].map(({ gate }) => gate))
    if (touched.size > 0) await reconcileDebt(session, current, { contentId, gates: [...touched] }, at)
  }
}

/** Whether evidence may open debt of itself: something of it was left out, or its findings may be past their allowance. */
export function mayOwe({ result, counts, findings }: EvidenceToKeep): boolean {
  return result === 'partial' || result === 'skipped' || (counts?.skipped ?? 0) > 0 || (findings?.length ?? 0) > 0
}

function owedLines(
  model: OperatingModel,
  judged: JudgedGate,
  open: readonly DebtLine[],
): readonly Omit<DebtLine, 'content' | 'openedAt' | 'closedAt' | 'closedBy'>[] {
  const known = new Set(open.filter(({ gate }) => gate === judged.gate).map(({ kind }) => kind))
  const owner = model.lanes.find(({ domainId }) => domainId === judged.domain)?.owner ?? null
  return judged.debt
    .filter((kind) => !known.has(kind))
    .map((kind) => ({
      id: randomUUID(),
      kind,
      gate: judged.gate,
      domain: judged.domain,
      owner,
      reasons: judged.reasons.map(({ text }) => text),
    }))
}
