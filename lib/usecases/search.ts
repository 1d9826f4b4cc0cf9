import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { type FoundInModel, findInModel } from '#lib/rules/search/find-in-model.ts'
import { loadCurrentModel } from './current-model.ts'
import { type FoundCandidate, findCandidates } from './find-candidates.ts'

/** What has the text in its name, a few of each kind. */
export interface SearchAnswer extends FoundInModel {
  readonly candidates: readonly FoundCandidate[]
}

const MOST = 12

/** Finds domains and gates of the current model by id, title or owner, and candidates by the beginning of their name. */
export async function search(asked: { readonly repository: string | null; readonly text: string }): Promise<SearchAnswer | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const candidates = await findCandidates({ ...asked, limit: MOST })
  if (isRefusal(candidates)) return candidates
  return { ...findInModel(current.compiled.model, asked.text, MOST), candidates: candidates.items }
}
