import type { GuardView } from '#lib/model/guard-view.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { guardViews } from '#lib/rules/board/guard-views.ts'
import { type CandidateAsked, judgedCandidate, type OfCandidate, ofCandidate } from './judged-candidate.ts'

export interface GuardsAnswer extends OfCandidate {
  readonly items: readonly GuardView[]
  readonly next: null
}

/** What the boundary guards found on a candidate, held against the baseline and the allowed debt of today. */
export async function readGuards(asked: CandidateAsked): Promise<GuardsAnswer | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const items = guardViews(loaded.current.compiled.model, loaded.candidate, loaded.facts, loaded.now)
  return { ...ofCandidate(loaded), items, next: null }
}
