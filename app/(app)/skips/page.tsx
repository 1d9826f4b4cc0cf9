import type { Metadata } from 'next'
import { cache } from 'react'
import { SkipsPage } from '#components/skips/skips-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { REGISTER_VIEWS } from '#lib/model/register-line.ts'
import { listDomains } from '#lib/usecases/list-domains.ts'
import { listRegister } from '#lib/usecases/list-register.ts'
import { readDebtTrends } from '#lib/usecases/read-insights.ts'
import { count } from '#lib/wording/count.ts'
import { skipsHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

/** Lines of a page: each is judged with its five proofs. */
const PAGE = 25

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

/** Counted once a request, for the title and for the page. */
const trendsOf = cache((repository: string | null) => load(() => readDebtTrends({ repository, weeks: 12 })))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const loaded = await trendsOf(textOf(await searchParams, 'repository') ?? null)
  if (loaded.state !== 'loaded') return { title: 'Skips & debt' }
  const owed = Object.values(loaded.value.open.kinds).reduce((sum, amount) => sum + amount, 0)
  return { title: `${count(owed, 'line')} owed · Skips & debt` }
}

/** What was left out, whether it was allowed, and what is still owed. */
export default async function Skips({ searchParams }: Props) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const view = choiceOf(parameters, 'view', REGISTER_VIEWS, 'owed')
  const kind = choiceOf(parameters, 'kind', DEBT_KINDS, null)
  const domain = textOf(parameters, 'domain') ?? null
  const cursor = textOf(parameters, 'cursor') ?? null
  const trends = await trendsOf(repository)
  const register = await load(() => listRegister({ repository, limit: PAGE, cursor, view: view.value, kind: kind.value, domain }))
  const domains = await load(() => listDomains(repository))
  const missing = [trends, register, domains].find(({ state }) => state !== 'loaded')
  if (trends.state !== 'loaded' || register.state !== 'loaded' || domains.state !== 'loaded') {
    return (
      <>
        <PageHead title="Skips and release debt" />
        {missing === undefined || missing.state === 'loaded' ? null : (
          <NotLoadedPage why={missing} hrefOf={(each) => skipsHref({ repository: each })} />
        )}
      </>
    )
  }
  const names = domains.value.items.map((each) => each.domain)
  const unusedDomain =
    domain === null || domain === 'global' || names.includes(domain)
      ? []
      : [{ name: 'domain', value: domain, because: 'no lane declares it' }]
  const line = textOf(parameters, 'line')
  const unusedLine =
    line === undefined || register.value.items.some(({ id }) => id === line)
      ? []
      : [{ name: 'line', value: line, because: 'this page of the register has no such line' }]
  return (
    <SkipsPage
      register={register.value}
      trends={trends.value}
      domains={names}
      of={{ repository, view: view.value, kind: kind.value, domain, cursor }}
      unused={[...view.unused, ...kind.unused, ...unusedDomain, ...unusedLine]}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}
