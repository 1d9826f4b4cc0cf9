import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoProfile } from '#components/releases/no-profile.tsx'
import { ReleasePage } from '#components/releases/release-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { releaseHref } from '#lib/wording/href.ts'
import { RELEASE_VERDICT_WORDING } from '#lib/wording/release-verdict.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { contentIdOfPart, releaseAt } from './release-at.ts'

interface Props {
  readonly params: Promise<{ sha: string }>
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const contentId = contentIdOfPart((await params).sha)
  if (contentId === null) return { title: 'Release' }
  const parameters = await searchParams
  const { loaded } = await releaseAt(textOf(parameters, 'repository') ?? null, contentId, textOf(parameters, 'profile') ?? null)
  if (loaded.state !== 'loaded') return { title: 'Release' }
  return { title: `${RELEASE_VERDICT_WORDING[loaded.value.verdict].label} · ${shortContent(contentId)}` }
}

/** A candidate as a release. */
export default async function Release({ params, searchParams }: Props) {
  const contentId = contentIdOfPart((await params).sha)
  if (contentId === null) notFound()
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const profile = textOf(parameters, 'profile') ?? null
  const { loaded, unused } = await releaseAt(repository, contentId, profile)
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Release" />
        {loaded.state === 'refused' && loaded.refusal.refused === 'profile-unknown' ? (
          <NoProfile />
        ) : (
          <NotLoadedPage why={loaded} hrefOf={(each) => releaseHref(contentId, { repository: each })} />
        )}
      </>
    )
  }
  const of = { repository, profile: unused.length === 0 ? profile : null }
  return <ReleasePage release={loaded.value} of={of} unused={unused} now={Date.now()} />
}
