import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { draftOf } from '#components/exceptions/exception-draft.ts'
import { NewExceptionPage } from '#components/exceptions/new-exception-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { contentIdOf } from '#lib/model/content.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { domainLane } from '#lib/usecases/domain-lane.ts'
import { readDomain } from '#lib/usecases/read-domain.ts'
import { readException } from '#lib/usecases/read-exception.ts'
import { readReviews } from '#lib/usecases/read-reviews.ts'
import { exceptionHref, inRepository } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../../../load.ts'
import { NotLoadedPage } from '../../../not-loaded.tsx'
import { toExcept } from '../../to-except.ts'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<SearchParameters>
}

export const metadata: Metadata = { title: 'Word an exception anew' }

/** Where a request for an exception is worded anew, for the same domain and content. */
export default async function EditException({ params, searchParams }: Props) {
  const { id } = await params
  const repository = textOf(await searchParams, 'repository') ?? null
  const loaded = await load(async () => {
    const exception = await readException({ repository, id, person: (await whoIsLooking()).person })
    if (isRefusal(exception)) return exception
    const { domain } = exception
    const contentId = contentIdOf(exception.content)
    const detail = await readDomain({ repository, domain })
    if (isRefusal(detail)) return detail
    const lane = await domainLane({ repository, contentId, domain })
    if (isRefusal(lane)) return lane
    const reviews = await readReviews({ repository, contentId })
    return isRefusal(reviews) ? reviews : { exception, detail, lane, reviews: reviews.reviews }
  })
  if (loaded.state === 'refused' && loaded.refusal.refused === 'exception-unknown') notFound()
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Word an exception anew" />
        <NotLoadedPage why={loaded} hrefOf={(each) => inRepository(exceptionHref(id), each)} />
      </>
    )
  }
  const { exception, detail, lane, reviews } = loaded.value
  const isOffered = (gate: string, satisfied: boolean) => !satisfied || reviews.length > 0 || exception.gates.includes(gate)
  return (
    <NewExceptionPage
      domain={exception.domain}
      title={detail.title}
      content={exception.content}
      gates={lane.layers.flatMap(({ layer, gates }) =>
        gates.filter(({ gate, satisfied }) => isOffered(gate, satisfied)).map((gate) => toExcept(layer, gate)),
      )}
      begun={draftOf(exception, Date.now())}
      rewords={id}
      reviews={reviews}
      whyNot={exception.mayEdit.why}
      of={{ repository }}
      unused={[]}
    />
  )
}
