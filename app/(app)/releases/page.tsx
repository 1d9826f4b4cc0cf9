import type { Metadata } from 'next'
import { ReleasesPage } from '#components/releases/releases-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { listReleases } from '#lib/usecases/list-releases.ts'
import { releasesHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Releases' }

/** Every verdict is judged at the moment of asking. */
const PAGE = 10

/** The candidates as releases, newest first. */
export default async function Releases({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const cursor = textOf(parameters, 'cursor') ?? null
  const loaded = await load(() => listReleases({ repository, limit: PAGE, cursor }))
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Releases" />
        <NotLoadedPage why={loaded} hrefOf={(each) => releasesHref({ repository: each })} />
      </>
    )
  }
  return <ReleasesPage releases={loaded.value} cursor={cursor} of={{ repository }} origin={currentSettings().publicUrl} now={Date.now()} />
}
