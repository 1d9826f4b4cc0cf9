import type { BoardRow, BoardTab } from '#lib/model/board.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { boardRow } from '#lib/rules/board/board-row.ts'
import { orderLanes } from '#lib/rules/board/order-lanes.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { type CandidateAsked, judgedCandidate, type OfCandidate, ofCandidate } from './judged-candidate.ts'
import { trackedDocuments } from './tracked-documents.ts'

export interface Board extends OfCandidate {
  readonly rows: readonly BoardRow[]
}

/** The readiness board of a candidate: every domain by the eight items or the four layers. What is recorded is loaded once for all rows. */
export async function readBoard(asked: CandidateAsked & { readonly tab: BoardTab }): Promise<Board | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { candidate, facts, now, current } = loaded
  const { model } = current.compiled
  const documents = trackedDocuments(current.tree)
  const rows = orderLanes(model.lanes).map((lane) => {
    const eligibility = judgeEligibility(model, lane.domainId, candidate, facts, documents, now)
    return boardRow(lane, { model, candidate, eligibility, tab: asked.tab })
  })
  return { ...ofCandidate(loaded), rows }
}
