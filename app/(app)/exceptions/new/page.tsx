import type { Metadata } from 'next'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { ChooseDomainPage } from '#components/exceptions/choose-domain-page.tsx'
import { newDraft } from '#components/exceptions/exception-draft.ts'
import { NewExceptionPage } from '#components/exceptions/new-exception-page.tsx'
import type { GateToExcept } from '#components/exceptions/request-form.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import type { LaneGate, LaneLayer } from '#lib/model/lane-view.ts'
import type { Person } from '#lib/model/person.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { whyNotAsk } from '#lib/rules/exceptions/why-not-request.ts'
import { domainLane } from '#lib/usecases/domain-lane.ts'
import { listDomains } from '#lib/usecases/list-domains.ts'
import { readDomain } from '#lib/usecases/read-domain.ts'
import { readReviews } from '#lib/usecases/read-reviews.ts'
import { newExceptionHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf, type UnusedParameter } from '#lib/wording/search-parameters.ts'
import { askedCandidate } from '../../asked-candidate.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { toExcept } from '../to-except.ts'

export const metadata: Metadata = { title: 'Ask for an exception' }

/** Where an exception is asked for: of a domain, for a gate or a layer of gates, on a candidate. */
export default async function NewException({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const { repository, commit, unused } = askedCandidate(parameters)
  const domain = textOf(parameters, 'domain')
  if (domain === undefined) return <ChooseDomain repository={repository} commit={commit} />
  const loaded = await load(async () => {
    const detail = await readDomain({ repository, domain })
    if (isRefusal(detail)) return detail
    const lane = await domainLane({ repository, contentId: commit, domain })
    if (isRefusal(lane)) return lane
    const reviews = await readReviews({ repository, contentId: commit })
    if (isRefusal(reviews)) return reviews
    return { detail, lane, reviews: reviews.reviews, person: (await whoIsLooking()).person }
  })
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Ask for an exception" />
        <NotLoadedPage why={loaded} hrefOf={(each) => newExceptionHref({ repository: each, domain, commit })} />
      </>
    )
  }
  const { detail, lane, reviews, person } = loaded.value
  // A review that routing asked for is given for gates that passed as well.
  const isOffered = ({ satisfied }: LaneGate) => !satisfied || reviews.length > 0
  const gates = lane.layers.flatMap(({ layer, gates }) => gates.filter(isOffered).map((gate) => toExcept(layer, gate)))
  const asked = textOf(parameters, 'gate')
  return (
    <NewExceptionPage
      domain={domain}
      title={detail.title}
      content={lane.content}
      gates={gates}
      begun={newDraft(chosenGates(lane.layers, gates, asked, textOf(parameters, 'layer')))}
      rewords={null}
      reviews={reviews}
      whyNot={whyNot(domain, person)}
      of={{ repository }}
      unused={[...unused, ...unusedGate(gates, asked)]}
    />
  )
}

/** Where no domain is named: which one it is for. */
async function ChooseDomain({ repository, commit }: { repository: string | null; commit: string | null }) {
  const loaded = await load(() => listDomains(repository))
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Ask for an exception" />
        <NotLoadedPage why={loaded} hrefOf={(each) => newExceptionHref({ repository: each, commit })} />
      </>
    )
  }
  return <ChooseDomainPage domains={loaded.value.items} of={{ repository, commit }} />
}

/** The gate that was pressed, or all of the layer that was, as far as they can be excepted. */
function chosenGates(
  layers: readonly LaneLayer[],
  gates: readonly GateToExcept[],
  gate: string | undefined,
  layer: string | undefined,
): readonly string[] {
  const ofLayer = layers.find((each) => each.layer === layer)?.gates.map((each) => each.gate) ?? []
  return gates.filter((each) => each.whyNot === null && (each.gate === gate || ofLayer.includes(each.gate))).map((each) => each.gate)
}

function unusedGate(gates: readonly GateToExcept[], asked: string | undefined): readonly UnusedParameter[] {
  if (asked === undefined || gates.some(({ gate }) => gate === asked)) return []
  return [{ name: 'gate', value: asked, because: 'it is satisfied on this content, or no gate of this lane' }]
}

function whyNot(domain: string, person: Person | null): string | null {
  if (person === null) return 'Sign in to ask for an exception.'
  return whyNotAsk(domain, person)?.why ?? null
}
