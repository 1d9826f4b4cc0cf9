import type { LaneLayer } from '#lib/model/lane-view.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { laneLayers } from '#lib/rules/board/lane-layers.ts'
import { type CandidateAsked, judgedCandidate, type OfCandidate, ofCandidate } from './judged-candidate.ts'
import { unknownDomain } from './unknown-domain.ts'

export interface LaneAnswer extends OfCandidate {
  readonly domain: string
  readonly planId: string | null
  readonly layers: readonly LaneLayer[]
}

/** The gates of a domain's lane by layer, each with its status on a candidate and why it is there. */
export async function domainLane(asked: CandidateAsked & { readonly domain: string }): Promise<LaneAnswer | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { model } = loaded.current.compiled
  const lane = model.lanes.find(({ domainId }) => domainId === asked.domain)
  if (lane === undefined) return unknownDomain(model, asked.domain)
  const { candidate, facts } = loaded
  return { domain: lane.domainId, ...ofCandidate(loaded), planId: candidate.planId, layers: laneLayers(lane, candidate, facts.plan) }
}
