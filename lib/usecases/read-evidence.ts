import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { evidenceByIds } from '#lib/store/evidence.ts'
import { ask } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import { type EvidenceDocument, evidenceDocument } from './evidence-document.ts'
import { isRecordId } from './record-id.ts'

/** Evidence as it was recorded, and whether it was revoked since. */
export async function readEvidence(asked: {
  readonly repository: string | null
  readonly id: string
}): Promise<EvidenceDocument | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const found = isRecordId(asked.id) ? await ask((session) => evidenceByIds(session, current.repository.id, [asked.id])) : []
  const [evidence] = found
  if (evidence === undefined) return { refused: 'evidence-unknown', detail: 'No evidence has this id.' }
  return evidenceDocument(evidence, indexModel(current.compiled.model).gates.get(evidence.gate)?.gate ?? null)
}
