import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { type DomainEligibility, ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { whoCanMove } from '../evidence/who-can-move.ts'
import { judgeItem } from './judge-item.ts'
import { showGates } from './shown-gates.ts'
import { findUnread } from './unread-part.ts'

/**
 * "A domain can move toward independent promotion only when every item below is true." Judges the eight for one domain on one content;
 * `candidate` was judged from the same facts at the same moment. `documents` are the tracked paths, null when they are not known.
 * The verdict is unknown when a file that an item rests on could not be read, and eligible only when all eight have passed.
 */
export function judgeEligibility(
  model: OperatingModel,
  domainId: string,
  candidate: JudgedCandidate,
  facts: CandidateFacts,
  documents: ReadonlySet<string> | null,
  now: Date,
): DomainEligibility {
  const lanes = model.lanes.filter((lane) => lane.domainId === domainId)
  const itemFacts = {
    model,
    domain: domainId,
    lanes,
    packet: model.packets.find((packet) => packet.domainId === domainId) ?? null,
    documents,
    actors: whoCanMove({ domain: domainId }, lanes[0]?.owner),
    now,
    gateOf: showGates(model, candidate, facts),
  }
  const items = ELIGIBILITY_ITEMS.map((id) => judgeItem(id, itemFacts))
  const unmet = items.filter(({ status }) => status !== 'passed').map(({ id }) => id)
  const isUnknown = ELIGIBILITY_ITEMS.some((id) => findUnread(model, id).length > 0)
  return { domain: domainId, verdict: isUnknown ? 'unknown' : unmet.length === 0 ? 'eligible' : 'not-eligible', items, unmet }
}
