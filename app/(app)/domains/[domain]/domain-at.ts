import { cache } from 'react'
import { isRefusal } from '#lib/model/refusal.ts'
import { loadCurrentModel } from '#lib/usecases/current-model.ts'
import { domainEligibility } from '#lib/usecases/domain-eligibility.ts'
import { domainHistory } from '#lib/usecases/domain-history.ts'
import { domainLane } from '#lib/usecases/domain-lane.ts'
import { listDomains } from '#lib/usecases/list-domains.ts'
import { readDomain } from '#lib/usecases/read-domain.ts'
import { type Loaded, load } from '../../load.ts'

/** A domain on a candidate, judged once a request, for its title and for the page. */
export const domainAt = cache((repository: string | null, contentId: string | null, domain: string) =>
  load(async () => {
    const detail = await readDomain({ repository, domain })
    if (isRefusal(detail)) return detail
    const lane = await domainLane({ repository, contentId, domain })
    if (isRefusal(lane)) return lane
    const eligibility = await domainEligibility({ repository, contentId, domain })
    if (isRefusal(eligibility)) return eligibility
    const all = await listDomains(repository)
    if (isRefusal(all)) return all
    const current = await loadCurrentModel(repository)
    if (isRefusal(current)) return current
    const { digest, createdAt } = current.version
    const model = { digest, storedAt: createdAt.toISOString() }
    return { detail, lane, eligibility, model, known: new Set(all.items.map((each) => each.domain)) }
  }),
)

/** What `domainAt` gives when there is something. */
export type DomainAt = Extract<Awaited<ReturnType<typeof domainAt>>, { state: 'loaded' }>['value']

const LAST_CANDIDATES = 20

/** How the domain stands on the last candidates, newest first. */
export function lastCandidates(
  repository: string | null,
  domain: string,
): Promise<Loaded<Exclude<Awaited<ReturnType<typeof domainHistory>>, { refused: unknown }>>> {
  return load(() => domainHistory({ repository, domain, limit: LAST_CANDIDATES, cursor: null }))
}
