import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { evidenceByIds } from '#lib/store/evidence.ts'
import { ask } from '#lib/store/session.ts'
import { loadCurrentModel } from './current-model.ts'
import { type ListedEvidenceDocument, listedEvidenceDocument } from './evidence-document.ts'

/** The evidence of these ids, newest first, as a list has it; ids that are not there are left out. */
export async function evidenceNamed(asked: {
  readonly repository: string | null
  readonly ids: readonly string[]
}): Promise<readonly ListedEvidenceDocument[] | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { gates } = indexModel(current.compiled.model)
  const found = await ask((session) => evidenceByIds(session, current.repository.id, asked.ids))
  return found
    .map(({ findings, ...evidence }) =>
      listedEvidenceDocument({ ...evidence, findingCount: findings?.length ?? null }, gates.get(evidence.gate)?.gate ?? null),
    )
    .toReversed()
}
