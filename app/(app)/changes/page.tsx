import type { Metadata } from 'next'
import { PlansPage } from '#components/changes/plans-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { listPlans } from '#lib/usecases/list-plans.ts'
import { changesPageHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Changes' }

const PAGE = 50

/** The stored plans, newest first. */
export default async function ChangesPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const cursor = textOf(parameters, 'cursor') ?? null
  const loaded = await load(() => listPlans({ repository, limit: PAGE, cursor }))
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Changes" />
        <NotLoadedPage why={loaded} hrefOf={(each) => changesPageHref({ repository: each })} />
      </>
    )
  }
  return <PlansPage plans={loaded.value} cursor={cursor} repository={repository} origin={currentSettings().publicUrl} now={Date.now()} />
}
