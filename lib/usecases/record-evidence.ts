import { createHash, randomUUID } from 'node:crypto'
import type { AuditValue } from '#lib/model/audit.ts'
import type { Evidence, Producer } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { batchText } from '#lib/rules/audit/evidence-text.ts'
import type { Session } from '#lib/store/database.ts'
import { type EvidenceToKeep, keepEvidence } from '#lib/store/evidence.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { contentValue } from './content-value.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { evidenceDocument } from './evidence-document.ts'
import { refuseFaults } from './field-fault.ts'
import { mayOwe, reconcileEvidence } from './reconcile-debt.ts'
import { recordAudit } from './record-audit.ts'
import { type ReportedEvidence, readReported } from './reported-evidence.ts'
import { whyNotReferences } from './why-not-references.ts'

export interface EvidenceToRecord {
  readonly repository: string | null
  /** One, or a batch of which all are recorded or none. */
  readonly evidence: ReportedEvidence | readonly ReportedEvidence[]
  readonly writer: Writer
  readonly retry: RetryKey | null
}

/** Evidence that is complete but for what only the database can give. */
interface Prepared {
  readonly evidence: Omit<EvidenceToKeep, 'receivedAt'>
  readonly gate: Gate
}

/**
 * Records what a producer reports of gates: never changed, never dropped, judged by the definition its gate has now. Answers the evidence
 * as JSON, `{ items }` for a batch. What is wrong is named by its field, `3.gate` in a batch.
 */
export async function recordEvidence(asked: EvidenceToRecord): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, () => decideEvidence(asked))
}

async function decideEvidence({ repository, evidence: sent, writer }: EvidenceToRecord): Promise<Keep | Refusal> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  const isBatch = isList(sent)
  const reported = isBatch ? sent : [sent]
  const pathOf = (at: number) => (field: string) => (isBatch ? `${at}.${field}` : field)
  const read = reported.map((each, at) => readReported(current.compiled.model, writer.scope, each, pathOf(at)))
  const faults = [
    ...read.flatMap((each) => ('faults' in each ? each.faults : [])),
    ...(await whyNotReferences(current.repository.id, reported, writer, pathOf)),
  ]
  const refusal = refuseFaults(faults, isBatch)
  if (refusal !== null) return refusal
  const producer: Producer = { identity: writer.identity, name: writer.name }
  const prepared = read.flatMap((each): Prepared[] =>
    'faults' in each ? [] : [{ gate: each.gate, evidence: { id: randomUUID(), ...each.evidence, producer } }],
  )
  return async (session) => {
    const evidence = await keepAll(session, current, writer, prepared)
    const documents = evidence.map((each, at) => evidenceDocument(each, prepared[at]?.gate ?? null))
    return { document: JSON.stringify(isBatch ? { items: documents } : documents[0]), replayed: false }
  }
}

async function keepAll(
  session: Session,
  current: CurrentModel,
  writer: Writer,
  prepared: readonly Prepared[],
): Promise<readonly Evidence[]> {
  const { id: repositoryId, name: repository } = current.repository
  const { at } = await recordAudit(session, {
    action: 'evidence.recorded',
    actor: writer.identity,
    repository,
    subject: prepared[0]?.evidence.id ?? '',
    details: auditDetails(prepared),
  })
  const kept = prepared.map(({ evidence }) => ({ ...evidence, receivedAt: at }))
  const { sequences, hasOpenDebt } = await keepEvidence(session, repositoryId, kept)
  if (hasOpenDebt || kept.some(mayOwe)) await reconcileEvidence(session, current, kept, at)
  return kept.map((each, index) => ({ ...each, sequence: sequences[index] ?? 0, revoked: null }))
}

/** Names what was recorded and binds it, whole, to the chain. */
function auditDetails(prepared: readonly Prepared[]): AuditValue {
  const whole = batchText(prepared.map(({ evidence }) => evidence))
  return {
    evidence: prepared.map(({ evidence: { id, gate, result, content } }) => ({ id, gate, result, content: contentValue(content) })),
    sha256: createHash('sha256').update(whole).digest('hex'),
  }
}

function isList(sent: EvidenceToRecord['evidence']): sent is readonly ReportedEvidence[] {
  return Array.isArray(sent)
}
