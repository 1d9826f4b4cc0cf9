import type { Metadata } from 'next'
import { PromotionsPage } from '#components/promotions/promotions-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { listNamedPromotions } from '#lib/usecases/list-promotions.ts'
import { promotionsHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Independent promotions' }

const PAGE = 50

/** The independent promotions, newest first. */
export default async function Promotions({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const cursor = textOf(parameters, 'cursor') ?? null
  const loaded = await load(() => listNamedPromotions({ repository, limit: PAGE, cursor }))
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Independent promotions" />
        <NotLoadedPage why={loaded} hrefOf={(each) => promotionsHref({ repository: each })} />
      </>
    )
  }
  return <PromotionsPage promotions={loaded.value} cursor={cursor} of={{ repository }} now={Date.now()} />
}
