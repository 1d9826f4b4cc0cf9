import type { DomainEligibility } from '#lib/model/eligibility.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { type CandidateAsked, judgedCandidate, type OfCandidate, ofCandidate } from './judged-candidate.ts'
import { trackedDocuments } from './tracked-documents.ts'
import { unknownDomain } from './unknown-domain.ts'

export type EligibilityAnswer = OfCandidate & DomainEligibility

/** Whether a domain may be promoted independently of the rest, judged at this moment. */
export async function domainEligibility(asked: CandidateAsked & { readonly domain: string }): Promise<EligibilityAnswer | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { candidate, facts, now, current } = loaded
  const { model } = current.compiled
  if (!model.lanes.some(({ domainId }) => domainId === asked.domain)) return unknownDomain(model, asked.domain)
  const judged = judgeEligibility(model, asked.domain, candidate, facts, trackedDocuments(current.tree), now)
  return { ...ofCandidate(loaded), ...judged }
}
