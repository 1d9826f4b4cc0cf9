import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { pageOfEvidence } from '#lib/store/evidence.ts'
import { loadCurrentModel } from './current-model.ts'
import { listedEvidenceDocument } from './evidence-document.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'

export type ListedEvidenceDocument = ReturnType<typeof listedEvidenceDocument>

export interface EvidenceAsked extends ListAsked {
  readonly gate: string | null
  /** A commit, a tree or `sha256:…` that the evidence names itself. */
  readonly contentId: string | null
  readonly result: ReportedResult | null
}

/** A repository's evidence, newest first, each with the number of its findings. */
export async function listEvidence(asked: EvidenceAsked): Promise<List<ListedEvidenceDocument> | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { gates } = indexModel(current.compiled.model)
  const { gate, contentId, result } = asked
  const list = await listPage(asked, (session, { id }, page) => pageOfEvidence(session, id, { gate, contentId, result }, page))
  if (isRefusal(list)) return list
  return { ...list, items: list.items.map((each) => listedEvidenceDocument(each, gates.get(each.gate)?.gate ?? null)) }
}
