import { cache } from 'react'
import { isRefusal } from '#lib/model/refusal.ts'
import { domainEligibility } from '#lib/usecases/domain-eligibility.ts'
import { domainLane } from '#lib/usecases/domain-lane.ts'
import { listDomains } from '#lib/usecases/list-domains.ts'
import { readDomain } from '#lib/usecases/read-domain.ts'
import { load } from '../../load.ts'

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
    return { detail, lane, eligibility, known: new Set(all.items.map((each) => each.domain)) }
  }),
)
