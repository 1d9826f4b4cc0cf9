import type { Metadata } from 'next'
import { cache } from 'react'
import { GuardsPage } from '#components/guards/guards-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { readGuards } from '#lib/usecases/read-guards.ts'
import { guardsHref } from '#lib/wording/href.ts'
import type { SearchParameters } from '#lib/wording/search-parameters.ts'
import { askedCandidate, offeredCandidates } from '../asked-candidate.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

/** Judged once a request, for the title and for the page. */
const guardsAt = cache((repository: string | null, contentId: string | null) => load(() => readGuards({ repository, contentId })))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { repository, commit } = askedCandidate(await searchParams)
  const loaded = await guardsAt(repository, commit)
  if (loaded.state !== 'loaded' || loaded.value.items.every(({ evidence }) => evidence === null)) return { title: 'Guards' }
  return { title: `${loaded.value.items.reduce((sum, { counts }) => sum + counts.new, 0)} new · Guards` }
}

/** What the boundary guards find: what is new, and what is known. */
export default async function Guards({ searchParams }: Props) {
  const { repository, commit, unused } = askedCandidate(await searchParams)
  const loaded = await guardsAt(repository, commit)
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Guards" />
        <NotLoadedPage why={loaded} hrefOf={(each) => guardsHref({ repository: each })} />
      </>
    )
  }
  const { items, content, computedAt, sequence } = loaded.value
  return (
    <GuardsPage
      guards={items}
      contentId={commit ?? (content === null ? null : contentIdOf(content))}
      judgedAt={computedAt}
      sequence={sequence}
      candidates={await offeredCandidates(repository)}
      of={{ repository, commit }}
      unused={unused}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}
