import type { BoardCell, BoardRow, BoardTab } from '#lib/model/board.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { DomainEligibility } from '#lib/model/eligibility.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { itemNote } from './item-note.ts'
import { layerCells, MOST_REASONS } from './layer-cells.ts'

interface RowFacts {
  readonly model: OperatingModel
  readonly candidate: JudgedCandidate
  readonly eligibility: DomainEligibility
  readonly tab: BoardTab
}

/** A domain's row of the readiness board: its verdict, and its eight items or its four layers. */
export function boardRow(lane: DomainLane, facts: RowFacts): BoardRow {
  const { domainId: domain, group, title, owner } = lane
  const cells = facts.tab === 'layers' ? layerCells(lane, facts.candidate) : itemCells(lane, facts)
  return { domain, group, title, owner, verdict: facts.eligibility.verdict, cells }
}

function itemCells(lane: DomainLane, { model, candidate, eligibility }: RowFacts): readonly BoardCell[] {
  const packet = model.packets.find(({ domainId }) => domainId === lane.domainId) ?? null
  return eligibility.items.map((item) => ({
    id: item.id,
    status: item.status,
    overlays: item.overlays,
    note: itemNote(item, { lane, packet, candidate }),
    reasons: item.reasons.slice(0, MOST_REASONS),
  }))
}
