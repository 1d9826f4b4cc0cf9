import { contentIdOf } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { isInScope, type Writer } from '#lib/model/token-scope.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { evidenceByIds, revokeEvidence } from '#lib/store/evidence.ts'
import { ask } from '#lib/store/session.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { evidenceDocument } from './evidence-document.ts'
import { refuseFaults } from './field-fault.ts'
import { reconcileDebt } from './reconcile-debt.ts'
import { recordAudit } from './record-audit.ts'
import { isRecordId } from './record-id.ts'
import { provenClaims, whyNotSpoken } from './spoken-content.ts'

export interface RevocationToMake {
  readonly repository: string | null
  readonly id: string
  readonly reason: string
  readonly writer: Writer
  readonly retry: RetryKey | null
}

/**
 * Takes passing evidence back: it stays, and counts for nothing from now on. Failing evidence cannot be taken back, only answered. What was
 * revoked before is answered as it is. Answers the evidence as JSON.
 */
export async function makeRevocation(asked: RevocationToMake): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, () => decideRevocation(asked))
}

async function decideRevocation(asked: RevocationToMake): Promise<Keep | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const found = isRecordId(asked.id) ? await ask((session) => evidenceByIds(session, current.repository.id, [asked.id])) : []
  const refusal = whyNotRevoke(current, asked.writer, found[0])
  if (refusal !== null) return refusal
  return (session) => keepRevocation(session, current, asked)
}

function whyNotRevoke({ compiled }: CurrentModel, writer: Writer, evidence: Evidence | undefined): Refusal | null {
  if (evidence === undefined) return { refused: 'evidence-unknown', detail: 'No evidence has this id.' }
  if (evidence.result !== 'passed') {
    const detail = `This evidence says ${evidence.result}: only a pass can be revoked. Answer it with newer evidence that names it in \`supersedes\`.`
    return { refused: 'evidence-failing', detail }
  }
  const gate = indexModel(compiled.model).gates.get(evidence.gate)?.gate ?? { id: evidence.gate, domain: null }
  if (isInScope(writer.scope, gate)) return refuseFaults(whyNotSpoken(writer, evidence))
  return { refused: 'not-authorised', detail: `This token may not post for ${evidence.gate}, so it cannot revoke its evidence.` }
}

async function keepRevocation(session: Session, current: CurrentModel, asked: RevocationToMake): Promise<KeptDocument> {
  const { id: repositoryId, name: repository } = current.repository
  await holdAudit(session)
  const [evidence] = await evidenceByIds(session, repositoryId, [asked.id])
  if (evidence === undefined) throw new Error('evidence that was there is gone')
  const gate = indexModel(current.compiled.model).gates.get(evidence.gate)?.gate ?? null
  if (evidence.revoked !== null) return { document: JSON.stringify(evidenceDocument(evidence, gate)), replayed: true }
  const { writer, reason } = asked
  const details = { ...provenClaims(writer), gate: evidence.gate, reason }
  const { at } = await recordAudit(session, {
    action: 'evidence.revoked',
    actor: writer.identity,
    repository,
    subject: evidence.id,
    details,
  })
  const revoked = { at, by: writer.identity, reason }
  await revokeEvidence(session, evidence, repositoryId, revoked)
  await reconcileDebt(session, current, { contentId: contentIdOf(evidence.content), gates: [evidence.gate] }, at)
  return { document: JSON.stringify(evidenceDocument({ ...evidence, revoked }, gate)), replayed: false }
}
