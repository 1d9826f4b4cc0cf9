import type { Metadata } from 'next'
import { DomainsPage } from '#components/domains/domains-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { listDomains } from '#lib/usecases/list-domains.ts'
import { domainsHref } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { askedCandidate, offeredCandidates } from '../asked-candidate.ts'
import { boardAt, boardTitle } from '../board/board-at.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { repository, commit } = askedCandidate(await searchParams)
  return { title: boardTitle(await boardAt(repository, commit, 'items'), 'Domains') }
}

/** Every domain that a lane declares. */
export default async function Domains({ searchParams }: Props) {
  const parameters = await searchParams
  const { repository, commit, unused } = askedCandidate(parameters)
  const domains = await load(() => listDomains(repository))
  const board = await boardAt(repository, commit, 'items')
  const missing = domains.state !== 'loaded' ? domains : board.state !== 'loaded' ? board : null
  if (missing !== null || domains.state !== 'loaded' || board.state !== 'loaded') {
    return (
      <>
        <PageHead title="Domains" />
        {missing === null ? null : <NotLoadedPage why={missing} hrefOf={(each) => domainsHref({ repository: each })} />}
      </>
    )
  }
  const { rows, content, computedAt, sequence } = board.value
  return (
    <DomainsPage
      domains={domains.value.items}
      verdicts={content === null ? null : new Map(rows.map(({ domain, verdict }) => [domain, verdict]))}
      judgedAt={computedAt}
      sequence={sequence}
      candidates={await offeredCandidates(repository)}
      filter={textOf(parameters, 'q') ?? ''}
      of={{ repository, commit }}
      unused={unused}
      now={Date.now()}
    />
  )
}
