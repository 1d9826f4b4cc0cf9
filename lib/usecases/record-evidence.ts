import { createHash, randomUUID } from 'node:crypto'
import type { Producer } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { batchText } from '#lib/rules/audit/evidence-text.ts'
import type { EvidenceRecord, EvidenceToKeep } from '#lib/store/keep-evidence.ts'
import { packText } from '#lib/store/packed-text.ts'
import { type KeptDocument, KeyTaken, type RetryKey } from './answer-once.ts'
import { contentValue } from './content-value.ts'
import { loadCurrentModel } from './current-model.ts'
import { type EvidenceAnswer, earlierEvidenceAnswer, evidenceAnswerText } from './evidence-answer.ts'
import { refuseFaults } from './field-fault.ts'
import { keepInGroups } from './keep-in-groups.ts'
import { auditText } from './record-audit.ts'
import { type ReportedEvidence, readReported } from './reported-evidence.ts'
import { provenClaims, whyNotSpoken } from './spoken-content.ts'
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
  readonly evidence: EvidenceToKeep
  readonly gate: Gate
}

/**
 * Records what a producer reports of gates: never changed, never dropped, judged by the definition its gate has now. Answers the evidence
 * as JSON, `{ items }` for a batch. What is wrong is named by its field, `3.gate` in a batch. A request that came before gets the answer it
 * got then: whether it did is looked up only when it cannot be recorded, because nearly all are new.
 */
export async function recordEvidence(asked: EvidenceToRecord): Promise<KeptDocument | Refusal> {
  const { retry } = asked
  const recorded = await record(asked)
  if (retry === null || !(isRefusal(recorded) || recorded instanceof KeyTaken)) return given(recorded)
  return (await earlierEvidenceAnswer(retry)) ?? given(recorded)
}

function given(recorded: KeptDocument | Refusal | KeyTaken): KeptDocument | Refusal {
  if (recorded instanceof KeyTaken) throw recorded
  return recorded
}

async function record({ repository, evidence: sent, writer, retry }: EvidenceToRecord): Promise<KeptDocument | Refusal | KeyTaken> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  const isBatch = isList(sent)
  const reported = isBatch ? sent : [sent]
  const pathOf = (at: number) => (field: string) => (isBatch ? `${at}.${field}` : field)
  const read = reported.map((each, at) => readReported(current.compiled.model, writer.scope, each, pathOf(at)))
  const faults = [
    ...read.flatMap((each) => ('faults' in each ? each.faults : [])),
    ...reported.flatMap(({ content, ci }, at) => whyNotSpoken(writer, { content, run: ci }, pathOf(at))),
    ...(await whyNotReferences(current.repository.id, reported, writer, pathOf)),
  ]
  const refusal = refuseFaults(faults, isBatch)
  if (refusal !== null) return refusal
  const producer: Producer = { identity: writer.identity, name: writer.name }
  const prepared = read.flatMap((each): Prepared[] =>
    'faults' in each ? [] : [{ gate: each.gate, evidence: { id: randomUUID(), ...each.evidence, producer } }],
  )
  const answer: EvidenceAnswer = {
    repositoryId: String(current.repository.id),
    isBatch,
    evidence: prepared.map(({ gate: { layer, domain }, evidence: { id } }) => ({ id, layer, domain })),
  }
  const toKeep: EvidenceRecord = {
    repository: current.repository,
    evidence: prepared.map((each) => each.evidence),
    canonical: entryText(current.repository.name, writer, prepared),
    answer: retry === null ? null : { ...retry, answer: await packText(JSON.stringify(answer)) },
  }
  try {
    const recorded = await keepInGroups({ current, record: toKeep })
    const document = evidenceAnswerText(answer, recorded)
    return { document, replayed: false, ...(isBatch ? {} : { id: toKeep.evidence[0]?.id ?? '' }) }
  } catch (error) {
    if (error instanceof KeyTaken) return error
    throw error
  }
}

/** The entry of the audit chain names what was recorded and binds it, whole. */
function entryText(repository: string, writer: Writer, prepared: readonly Prepared[]): string {
  const evidence = prepared.map((each) => each.evidence)
  return auditText({
    action: 'evidence.recorded',
    actor: writer.identity,
    repository,
    subject: evidence[0]?.id ?? '',
    details: {
      ...provenClaims(writer),
      evidence: evidence.map(({ id, gate, result, content }) => ({ id, gate, result, content: contentValue(content) })),
      sha256: createHash('sha256').update(batchText(evidence)).digest('hex'),
    },
  })
}

function isList(sent: EvidenceToRecord['evidence']): sent is readonly ReportedEvidence[] {
  return Array.isArray(sent)
}
