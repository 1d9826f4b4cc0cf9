import type { BoardRow, BoardTab } from '#lib/model/board.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { boardRow } from '#lib/rules/board/board-row.ts'
import { gatesById } from '#lib/rules/board/gates-by-id.ts'
import { gatesOfDomain } from '#lib/rules/eligibility/gates-of-domain.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { alsoExpect, WatchedMoment } from '#lib/rules/status/watched-moment.ts'
import type { JudgedAtHand } from './known-candidate.ts'
import { trackedDocuments } from './tracked-documents.ts'

/** A row, with what it was made of and how long that gives the same. */
interface MadeRow {
  readonly row: BoardRow
  readonly gates: readonly (JudgedGate | undefined)[]
  readonly documents: ReadonlySet<string> | null
  readonly from: number
  readonly until: number
}

const made = new WeakMap<DomainLane, Map<BoardTab, MadeRow>>()

/**
 * The rows of the board for what was judged. A row is given again where every gate that its items or layers look at was judged the same
 * and time alone has changed nothing. A lane is an object of its model, so that another model makes all rows anew.
 */
export function boardRows(judged: JudgedAtHand, tab: BoardTab): (lane: DomainLane) => BoardRow {
  const { candidate, facts, now, current } = judged
  const { model } = current.compiled
  const documents = trackedDocuments(current.tree)
  const byId = gatesById(candidate)
  const moment = now.getTime()
  return (lane) => {
    const gates = gatesOfDomain(model, lane.domainId).map((id) => byId.get(id))
    const known = made.get(lane)?.get(tab)
    if (
      known !== undefined &&
      known.documents === documents &&
      known.from <= moment &&
      moment < known.until &&
      isSame(known.gates, gates)
    ) {
      alsoExpect(known.until, now)
      return known.row
    }
    const watched = new WatchedMoment(now)
    const eligibility = judgeEligibility(model, lane.domainId, candidate, facts, documents, watched)
    const row = boardRow(lane, { model, candidate, eligibility, tab })
    alsoExpect(watched.changesAt, now)
    const tabs = made.get(lane) ?? new Map<BoardTab, MadeRow>()
    made.set(lane, tabs.set(tab, { row, gates, documents, from: moment, until: watched.changesAt }))
    return row
  }
}

function isSame(a: MadeRow['gates'], b: MadeRow['gates']): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}
