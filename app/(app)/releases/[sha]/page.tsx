import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReleasePage } from '#components/releases/release-page.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { releaseHref } from '#lib/wording/href.ts'
import { RELEASE_VERDICT_WORDING } from '#lib/wording/release-verdict.ts'
import { NoRelease } from './no-release.tsx'
import { type ReleaseAddress, releaseAt } from './release-at.ts'

export async function generateMetadata(address: ReleaseAddress): Promise<Metadata> {
  const asked = await releaseAt(address)
  if (asked?.loaded.state !== 'loaded') return { title: 'Release' }
  return { title: `${RELEASE_VERDICT_WORDING[asked.loaded.value.verdict].label} · ${shortContent(asked.contentId)}` }
}

/** A candidate as a release. */
export default async function Release(address: ReleaseAddress) {
  const asked = await releaseAt(address)
  if (asked === null) notFound()
  const { contentId, loaded, of, unused } = asked
  if (loaded.state !== 'loaded') {
    return <NoRelease title="Release" why={loaded} hrefOf={(repository) => releaseHref(contentId, { repository })} />
  }
  return <ReleasePage release={loaded.value} of={of} unused={unused} now={Date.now()} />
}
