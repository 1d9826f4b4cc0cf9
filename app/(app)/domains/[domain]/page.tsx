import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DomainPage } from '#components/domains/domain-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { ELIGIBILITY_VERDICT_WORDING } from '#lib/wording/eligibility-verdict.ts'
import { DOMAIN_TABS, domainHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters } from '#lib/wording/search-parameters.ts'
import { askedCandidate, offeredCandidates } from '../../asked-candidate.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { domainAt } from './domain-at.ts'

interface Props {
  readonly params: Promise<{ domain: string }>
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { repository, commit } = askedCandidate(await searchParams)
  const loaded = await domainAt(repository, commit, decoded((await params).domain))
  if (loaded.state !== 'loaded') return { title: 'Domain' }
  const { detail, eligibility } = loaded.value
  const title = visibleText(detail.title).slice(0, 80)
  if (eligibility.content === null) return { title }
  const open = eligibility.unmet.length
  return { title: `${open > 0 ? `${open} of 8 open` : ELIGIBILITY_VERDICT_WORDING[eligibility.verdict].label} · ${title}` }
}

/** A domain on a candidate. */
export default async function Domain({ params, searchParams }: Props) {
  const domain = decoded((await params).domain)
  const parameters = await searchParams
  const { repository, commit, unused } = askedCandidate(parameters)
  const tab = choiceOf(parameters, 'tab', DOMAIN_TABS, 'lane')
  const loaded = await domainAt(repository, commit, domain)
  if (loaded.state === 'refused' && loaded.refusal.refused === 'domain-unknown') notFound()
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Domain" />
        <NotLoadedPage why={loaded} hrefOf={(each) => domainHref(domain, tab.value, { repository: each })} />
      </>
    )
  }
  const { detail, lane, eligibility, known } = loaded.value
  const { content } = lane
  return (
    <DomainPage
      domain={detail}
      eligibility={eligibility}
      layers={lane.layers}
      tab={tab.value}
      contentId={commit ?? (content === null ? null : contentIdOf(content))}
      judgedAt={lane.computedAt}
      sequence={lane.sequence}
      candidates={await offeredCandidates(repository)}
      of={{ repository, commit }}
      known={known}
      unused={[...unused, ...tab.unused]}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}

/** The framework hands a part of the path over as it stands in the address. One that is no encoding is no domain either. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
