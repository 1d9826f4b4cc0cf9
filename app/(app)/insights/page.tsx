import type { Metadata } from 'next'
import { InsightsPage } from '#components/insights/insights-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { currentSettings } from '#lib/http/current-settings.ts'
import { TREND_RANGES } from '#lib/model/trends.ts'
import { readInsights } from '#lib/usecases/read-insights.ts'
import { insightsHref } from '#lib/wording/href.ts'
import { choiceOf, type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../load.ts'
import { NotLoadedPage } from '../not-loaded.tsx'

export const metadata: Metadata = { title: 'Insights' }

const RANGE_TEXTS = TREND_RANGES.map(String)

/** Six charts over some weeks, each with its figures. */
export default async function Insights({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams
  const repository = textOf(parameters, 'repository') ?? null
  const { value, unused } = choiceOf(parameters, 'weeks', RANGE_TEXTS, null)
  const weeks = TREND_RANGES.find((range) => String(range) === value) ?? 12
  const loaded = await load(() => readInsights({ repository, weeks }))
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Insights" />
        <NotLoadedPage why={loaded} hrefOf={(each) => insightsHref({ repository: each })} />
      </>
    )
  }
  return (
    <InsightsPage
      insights={loaded.value}
      weeks={weeks}
      repository={repository}
      unused={unused}
      origin={currentSettings().publicUrl}
      now={Date.now()}
    />
  )
}
