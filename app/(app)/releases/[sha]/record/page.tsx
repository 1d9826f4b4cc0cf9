import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RecordPage } from '#components/releases/record-page.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { recordHref } from '#lib/wording/href.ts'
import { RELEASE_VERDICT_WORDING } from '#lib/wording/release-verdict.ts'
import { NoRelease } from '../no-release.tsx'
import { type ReleaseAddress, releaseAt } from '../release-at.ts'

export async function generateMetadata(address: ReleaseAddress): Promise<Metadata> {
  const asked = await releaseAt(address)
  if (asked?.loaded.state !== 'loaded') return { title: 'Release record' }
  return { title: `${RELEASE_VERDICT_WORDING[asked.loaded.value.verdict].label} · Record of ${shortContent(asked.contentId)}` }
}

/** The record of a release, made to be printed. */
export default async function ReleaseRecordPage(address: ReleaseAddress) {
  const asked = await releaseAt(address)
  if (asked === null) notFound()
  const { contentId, loaded, of, unused } = asked
  if (loaded.state !== 'loaded') {
    return <NoRelease title="Release record" why={loaded} hrefOf={(repository) => recordHref(contentId, { repository })} />
  }
  return <RecordPage release={loaded.value} of={of} unused={unused} />
}
