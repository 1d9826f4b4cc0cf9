import { BurnDownFigure } from '#components/charts/burn-down-figure.tsx'
import { SkipTrendFigure } from '#components/charts/skip-trend-figure.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import { type Insights, TREND_RANGES, type TrendRange } from '#lib/model/trends.ts'
import { dateOf } from '#lib/wording/age.ts'
import { insightsHref } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { EligibilityFigure } from './eligibility-figure.tsx'
import { ExceptionsFigure } from './exceptions-figure.tsx'
import { LeadTimeFigure } from './lead-time-figure.tsx'
import { SavingsFigure } from './savings-figure.tsx'

/** Whether it gets better or worse: six charts, each with its figures. */
export function InsightsPage({
  insights,
  weeks,
  repository,
  unused,
  origin,
  now,
}: {
  insights: Insights & { readonly computedAt: string; readonly sequence: number }
  weeks: TrendRange
  repository: string | null
  unused: readonly UnusedParameter[]
  origin: string
  now: number
}) {
  const { recordedSince } = insights
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Insights"
        about={`Is it getting better or worse?${recordedSince === null ? '' : ` Recorded since ${dateOf(Date.parse(recordedSince))}; weeks begin on Monday, UTC.`}`}
        actions={<Ranges chosen={weeks} repository={repository} />}
      />
      {recordedSince === null ? (
        <NoCandidate origin={origin} gate={null} />
      ) : (
        <JudgedNow at={insights.computedAt} sequence={insights.sequence} now={now}>
          <h2 className="sr-only">Trends</h2>
          <div className="grid gap-4 lg:grid-cols-2">
            <SkipTrendFigure trends={insights} />
            <BurnDownFigure trends={insights} />
            <EligibilityFigure trends={insights.eligibility} repository={repository} />
            <LeadTimeFigure leadTimes={insights.leadTimes} />
            <ExceptionsFigure counts={insights.exceptions} />
            <SavingsFigure savings={insights.savings} />
          </div>
        </JudgedNow>
      )}
    </>
  )
}

function Ranges({ chosen, repository }: { chosen: TrendRange; repository: string | null }) {
  return (
    <nav aria-label="Range" className="flex flex-wrap gap-1">
      {TREND_RANGES.map((range) => (
        <PageLink
          key={range}
          href={insightsHref({ repository, weeks: range })}
          aria-current={range === chosen ? 'true' : undefined}
          className={`${buttonLook('secondary')} aria-[current]:border-accent aria-[current]:bg-selected`}
        >
          {range} weeks
        </PageLink>
      ))}
    </nav>
  )
}
