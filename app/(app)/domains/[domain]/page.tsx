import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DomainPage } from '#components/domains/domain-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { DOMAIN_TAB_WORDING } from '#lib/wording/domain-tab.ts'
import { ELIGIBILITY_VERDICT_WORDING } from '#lib/wording/eligibility-verdict.ts'
import { DOMAIN_TABS, domainHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters } from '#lib/wording/search-parameters.ts'
import { askedCandidate, offeredCandidates } from '../../asked-candidate.ts'
import { decodedPart } from '../../decoded-part.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { domainAt } from './domain-at.ts'
import { DomainTabContent, unusedOfTab } from './domain-tab-content.tsx'

interface Props {
  readonly params: Promise<{ domain: string }>
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const parameters = await searchParams
  const { repository, commit } = askedCandidate(parameters)
  const loaded = await domainAt(repository, commit, decodedPart((await params).domain))
  if (loaded.state !== 'loaded') return { title: 'Domain' }
  const { detail, eligibility } = loaded.value
  const tab = choiceOf(parameters, 'tab', DOMAIN_TABS, 'lane').value
  const title = `${visibleText(detail.title).slice(0, 80)}${tab === 'lane' ? '' : ` · ${DOMAIN_TAB_WORDING[tab].label}`}`
  if (eligibility.content === null) return { title }
  const open = eligibility.unmet.length
  return { title: `${open > 0 ? `${open} of 8 open` : ELIGIBILITY_VERDICT_WORDING[eligibility.verdict].label} · ${title}` }
}

/** A domain on a candidate. */
export default async function Domain({ params, searchParams }: Props) {
  const domain = decodedPart((await params).domain)
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
  const { detail, lane, eligibility, model, known } = loaded.value
  const { content } = lane
  const contentId = commit ?? (content === null ? null : contentIdOf(content))
  const now = Date.now()
  return (
    <DomainPage
      domain={detail}
      eligibility={eligibility}
      layers={lane.layers}
      tab={tab.value}
      contentId={contentId}
      judgedAt={lane.computedAt}
      sequence={lane.sequence}
      model={model}
      candidates={await offeredCandidates(repository)}
      of={{ repository, commit }}
      known={known}
      unused={[...unused, ...tab.unused, ...unusedOfTab(tab.value, parameters)]}
      origin={currentSettings().publicUrl}
      now={now}
    >
      <DomainTabContent
        tab={tab.value}
        at={loaded.value}
        contentId={contentId}
        of={{ repository, commit }}
        parameters={parameters}
        now={now}
      />
    </DomainPage>
  )
}
