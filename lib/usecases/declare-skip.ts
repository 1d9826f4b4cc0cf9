import { randomUUID } from 'node:crypto'
import { type Content, contentIdOf } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { ResidualRisk, SkipWithProof } from '#lib/model/skip.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { judgeSkip } from '#lib/rules/evidence/judge-skip.ts'
import { type IndexedGate, indexModel } from '#lib/rules/release/indexed-model.ts'
import { candidateNames } from '#lib/store/candidates.ts'
import type { Session } from '#lib/store/database.ts'
import { runsByIds } from '#lib/store/runs.ts'
import { ask } from '#lib/store/session.ts'
import { keepSkip, withProofs } from '#lib/store/skips.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { contentValue } from './content-value.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { refuseFaults } from './field-fault.ts'
import { findGate, isFault } from './known-gate.ts'
import { reconcileDebt } from './reconcile-debt.ts'
import { recordAudit } from './record-audit.ts'
import { skipDocument } from './skip-document.ts'
import { provenClaims, whyNotSpoken } from './spoken-content.ts'
import { whyNotRun } from './why-not-references.ts'

export interface SkipToDeclare {
  readonly repository: string | null
  readonly gate: string
  readonly profile: string
  readonly content: Content
  readonly reason: string
  /** What is given as proof, whatever it names. */
  readonly prior: string | null
  readonly risk: ResidualRisk
  readonly runId: string | null
  readonly writer: Writer
  readonly retry: RetryKey | null
}

/** Keeps a declared skip, also one whose proof is refused: that one is release debt. Answers the skip with what it is judged to be, as JSON. */
export async function declareSkip(asked: SkipToDeclare): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, () => decideSkip(asked))
}

async function decideSkip(asked: SkipToDeclare): Promise<Keep | Refusal> {
  const { content, runId } = asked
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const found = findGate(current.compiled.model, asked.writer.scope, asked.gate, 'gate')
  const runs = runId === null ? [] : await ask((session) => runsByIds(session, current.repository.id, [runId]))
  const faults = [
    ...whyNotRun(runId, content, new Map(runs.map((run) => [run.id, run])), 'runId'),
    ...whyNotSpoken(asked.writer, { content }),
  ]
  if (isFault(found)) return refuseFaults([found, ...faults]) as Refusal
  return refuseFaults(faults) ?? ((session) => keepDeclared(session, current, found, asked))
}

async function keepDeclared(session: Session, current: CurrentModel, found: IndexedGate, asked: SkipToDeclare): Promise<KeptDocument> {
  const { id: repositoryId, name: repository } = current.repository
  const { gate, profile, content, reason, prior, risk, runId, writer } = asked
  const id = randomUUID()
  const details = { ...provenClaims(writer), content: contentValue(content), gate, prior, profile, reason, risk }
  const { at } = await recordAudit(session, { action: 'skip.declared', actor: writer.identity, repository, subject: id, details })
  const declared = { id, gate, profile, content, reason, prior, risk, runId, declaredBy: writer.identity, declaredAt: at }
  const skip = await keepSkip(session, repositoryId, declared)
  const [proven] = await withProofs(session, repositoryId, [skip])
  const judged = await judgeDeclared(session, current, found, proven ?? { ...skip, proof: null }, at)
  if (judged.state === 'refused') await reconcileDebt(session, current, { contentId: contentIdOf(content), gates: [gate] }, at)
  return { document: JSON.stringify(skipDocument(skip, judged, found.gate.domain)), replayed: false }
}

async function judgeDeclared(session: Session, current: CurrentModel, found: IndexedGate, skip: SkipWithProof, now: Date) {
  const names = await candidateNames(session, current.repository.id, contentIdOf(skip.content))
  const profile = indexModel(current.compiled.model).profiles.get(skip.profile) ?? null
  return judgeSkip(skip, { gate: found.gate, definition: found.definition, profile, names }, now)
}
