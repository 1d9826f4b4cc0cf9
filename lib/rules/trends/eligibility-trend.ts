import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { EligibilityTrends } from '#lib/model/trends.ts'
import { orderLanes } from '../board/order-lanes.ts'
import { judgeEligibility } from '../eligibility/judge-eligibility.ts'
import { judgeCandidate } from '../release/judge-candidate.ts'

type Documents = Parameters<typeof judgeEligibility>[4]

/**
 * How many of the eight items each domain had passed on each candidate, by today's model, as the candidate stood when the last of it was
 * recorded: what has grown old since does not count against it. Candidates that nothing was recorded for are left out.
 */
export function eligibilityTrend(model: OperatingModel, candidates: readonly CandidateFacts[], documents: Documents): EligibilityTrends {
  const judged = candidates.flatMap((facts) => {
    const at = lastRecorded(facts)
    return at === null ? [] : [{ facts, at, candidate: judgeCandidate(model, facts, { profile: null, now: at }) }]
  })
  return {
    candidates: judged.map(({ facts, at }) => ({ contentId: facts.names.contentId, at: at.toISOString() })),
    domains: orderLanes(model.lanes).map(({ domainId, title }) => ({
      domain: domainId,
      title,
      passed: judged.map(({ facts, at, candidate }) => {
        const { items } = judgeEligibility(model, domainId, candidate, facts, documents, at)
        return items.filter(({ status }) => status === 'passed').length
      }),
    })),
  }
}

function lastRecorded({ evidence, skips, runs }: CandidateFacts): Date | null {
  const moments = [
    ...evidence.map(({ receivedAt }) => receivedAt),
    ...skips.map(({ declaredAt }) => declaredAt),
    ...runs.flatMap(({ announcedAt, closedAt }) => (closedAt === null ? [announcedAt] : [announcedAt, closedAt])),
  ]
  return moments.reduce<Date | null>((last, moment) => (last === null || moment > last ? moment : last), null)
}
