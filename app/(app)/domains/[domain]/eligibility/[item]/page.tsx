import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ItemPage } from '#components/domains/item-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { evidenceNamed } from '#lib/usecases/evidence-named.ts'
import { ELIGIBILITY_ITEM_WORDING, itemNamed } from '#lib/wording/eligibility-item.ts'
import { itemHref } from '#lib/wording/href.ts'
import type { SearchParameters } from '#lib/wording/search-parameters.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { askedCandidate, offeredCandidates } from '../../../../asked-candidate.ts'
import { decodedPart } from '../../../../decoded-part.ts'
import { load } from '../../../../load.ts'
import { NotLoadedPage } from '../../../../not-loaded.tsx'
import { domainAt, lastCandidates } from '../../domain-at.ts'

interface Props {
  readonly params: Promise<{ domain: string; item: string }>
  readonly searchParams: Promise<SearchParameters>
}

/** What an item rests on is shown up to here. */
const MOST_EVIDENCE = 50

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { domain, item } = await params
  const id = itemNamed(decodedPart(item))
  if (id === null) return { title: 'Point' }
  const { repository, commit } = askedCandidate(await searchParams)
  const loaded = await domainAt(repository, commit, decodedPart(domain))
  if (loaded.state !== 'loaded') return { title: 'Point' }
  const judged = loaded.value.eligibility.items.find((each) => each.id === id)
  const name = `${ELIGIBILITY_ITEM_WORDING[id].label} · ${visibleText(loaded.value.detail.title).slice(0, 80)}`
  return {
    title: judged === undefined || loaded.value.eligibility.content === null ? name : `${STATUS_WORDING[judged.status].label} · ${name}`,
  }
}

/** One of the eight points of a domain on a candidate. */
export default async function Item({ params, searchParams }: Props) {
  const parts = await params
  const domain = decodedPart(parts.domain)
  const id = itemNamed(decodedPart(parts.item))
  if (id === null) notFound()
  const { repository, commit, unused } = askedCandidate(await searchParams)
  const loaded = await domainAt(repository, commit, domain)
  if (loaded.state === 'refused' && loaded.refusal.refused === 'domain-unknown') notFound()
  const hrefOf = (each: string) => itemHref(domain, id, { repository: each })
  const found = loaded.state === 'loaded' ? loaded.value.eligibility.items.find((each) => each.id === id) : undefined
  const ids = found?.evidence.slice(-MOST_EVIDENCE) ?? []
  const evidence = await load(() => evidenceNamed({ repository, ids }))
  const history = await lastCandidates(repository, domain)
  if (loaded.state !== 'loaded' || found === undefined || evidence.state !== 'loaded' || history.state !== 'loaded') {
    const why = loaded.state !== 'loaded' ? loaded : evidence.state !== 'loaded' ? evidence : history.state !== 'loaded' ? history : null
    return (
      <>
        <PageHead title="Point" />
        {why === null ? null : <NotLoadedPage why={why} hrefOf={hrefOf} />}
      </>
    )
  }
  const { detail, lane, eligibility } = loaded.value
  return (
    <ItemPage
      domain={detail}
      item={found}
      evidence={evidence.value}
      older={found.evidence.length - ids.length}
      history={history.value.items.map(({ contentId, firstSeenAt, items }) => ({
        contentId,
        firstSeenAt,
        status: items.find((each) => each.id === id)?.status ?? 'missing',
      }))}
      contentId={commit ?? (eligibility.content === null ? null : contentIdOf(eligibility.content))}
      judgedAt={lane.computedAt}
      sequence={lane.sequence}
      candidates={await offeredCandidates(repository)}
      of={{ repository, commit }}
      unused={unused}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}
