import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { AuditEntry } from '#lib/model/audit.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedFinding } from '#lib/model/guard.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { isBound, recordedIds } from '#lib/rules/audit/is-bound.ts'
import { whyNotWhole } from '#lib/rules/audit/verify-chain.ts'
import { type Lessening, whatLessens } from '#lib/rules/evidence/what-lessens.ts'
import { judgeFindings } from '#lib/rules/guards/judge-findings.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { auditEntryOfEvidence } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { evidenceAnswering, evidenceByIds, repositoryOfEvidence } from '#lib/store/evidence.ts'
import { historyHead } from '#lib/store/history-head.ts'
import { runsByIds } from '#lib/store/runs.ts'
import { ask } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import { type EvidenceDocument, evidenceDocument, type ListedEvidenceDocument, listedEvidenceDocument } from './evidence-document.ts'
import { isRecordId } from './record-id.ts'

/** More evidence that answers one piece is not looked for. */
const MOST_ANSWERS = 20

/** An entry of the audit chain that speaks of evidence. */
export interface EvidenceEntry {
  readonly entry: AuditEntry
  /** What is wrong with the entry by itself; null when its hash is that of its content. */
  readonly fault: string | null
}

/** Everything that is known of one piece of evidence. */
export interface EvidenceRecord {
  readonly repository: string
  readonly evidence: Omit<EvidenceDocument, 'findings'>
  /** What the gate is called today; null when the model no longer has it. */
  readonly gateTitle: string | null
  /** What it reports, held against the baseline and the allowed debt of today; null when nothing was reported with it. */
  readonly findings: readonly JudgedFinding[] | null
  /** Why it counts for less than it says, at this moment. */
  readonly lessened: readonly Lessening[]
  /** What it names in `supersedes`, as far as it is there. */
  readonly supersedes: readonly ListedEvidenceDocument[]
  /** What names it in `supersedes`, oldest first. */
  readonly answeredBy: readonly ListedEvidenceDocument[]
  readonly run: AnnouncedRun | null
  /** The entry by which it was recorded; null when the chain has none, which must not be. */
  readonly recorded: (EvidenceEntry & { readonly bound: boolean }) | null
  /** The entry by which it was taken back. */
  readonly revoked: EvidenceEntry | null
  /** ISO moment, by the database's clock. */
  readonly computedAt: string
}

/** Reads one piece of evidence with all that belongs to it. Its id is enough, whatever repository it is of. */
export async function readEvidenceRecord(id: string): Promise<EvidenceRecord | Refusal> {
  const repository = isRecordId(id) ? await ask((session) => repositoryOfEvidence(session, id)) : null
  if (repository === null) return { refused: 'evidence-unknown', detail: 'No evidence has this id.' }
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  const { gates } = indexModel(current.compiled.model)
  return ask(async (session) => {
    const repositoryId = current.repository.id
    const [evidence] = await evidenceByIds(session, repositoryId, [id])
    if (evidence === undefined) throw new Error('evidence that was there is gone')
    const { now } = await historyHead(session)
    const gate = gates.get(evidence.gate) ?? null
    const answers = await evidenceAnswering(session, repositoryId, id, MOST_ANSWERS)
    const superseded = await evidenceByIds(session, repositoryId, evidence.supersedes)
    const [run = null] = await runsByIds(session, repositoryId, evidence.runId === null ? [] : [evidence.runId])
    const { findings, ...document } = evidenceDocument(evidence, gate?.gate ?? null)
    return {
      repository,
      evidence: document,
      gateTitle: gate?.gate.title ?? null,
      findings: findings && judgeFindings(findings, gate?.guard?.lists ?? NO_LISTS, now).filter(({ state }) => state !== 'resolved'),
      lessened: whatLessens(evidence, gate, answers, now),
      supersedes: superseded.map((each) => listed(each, gates.get(each.gate)?.gate ?? null)),
      answeredBy: answers.map((each) => listedEvidenceDocument(each, gates.get(each.gate)?.gate ?? null)),
      run,
      recorded: await recordedBy(session, repositoryId, evidence),
      revoked: await revokedBy(session, evidence),
      computedAt: now.toISOString(),
    }
  })
}

const NO_LISTS = { baseline: [], allowedDebt: [] }

function listed({ findings, ...evidence }: Evidence, gate: Parameters<typeof listedEvidenceDocument>[1]): ListedEvidenceDocument {
  return listedEvidenceDocument({ ...evidence, findingCount: findings?.length ?? null }, gate)
}

/** The entry that recorded it, and whether all that it recorded is still to the letter what the chain bound. */
async function recordedBy(session: Session, repositoryId: bigint, evidence: Evidence): Promise<EvidenceRecord['recorded']> {
  const entry = await auditEntryOfEvidence(session, { id: evidence.id, at: evidence.receivedAt }, 'evidence.recorded')
  if (entry === null) return null
  const batch = await evidenceByIds(session, repositoryId, recordedIds(entry))
  return { entry, fault: whyNotWhole(entry), bound: isBound(entry, batch) }
}

async function revokedBy(session: Session, { id, revoked }: Evidence): Promise<EvidenceEntry | null> {
  if (revoked === null) return null
  const entry = await auditEntryOfEvidence(session, { id, at: revoked.at }, 'evidence.revoked')
  return entry === null ? null : { entry, fault: whyNotWhole(entry) }
}
