import type { DebtTrends } from '#lib/model/trends.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { skipTrendTitle } from '#lib/wording/trend-titles.ts'
import { weekLabel, weekText } from '#lib/wording/week.ts'
import { ChartFigure, ChartLegend } from './chart-figure.tsx'
import type { ChartSeries } from './chart-series.ts'
import { LazyChart } from './lazy-chart.tsx'
import { TrendSpan } from './trend-span.tsx'

const SERIES: readonly ChartSeries[] = [
  { name: 'Hidden', look: 'hidden' },
  { name: 'Declared', look: 'skipped' },
]

/** Hidden against declared skips, week by week. */
export function SkipTrendFigure({ trends }: { trends: DebtTrends }) {
  const { skips, wholeSince } = trends
  const title = skipTrendTitle(skips)
  const last = skips.at(-1)
  return (
    <ChartFigure
      id="skip-trend"
      title={title}
      about={
        <>
          Hidden by the week they came to light, declared by the week of their declaration, refused ones too.{' '}
          <TrendSpan weeks={skips.map(({ week }) => week)} wholeSince={wholeSince} />
        </>
      }
      legend={
        <ChartLegend
          series={SERIES}
          kind="line"
          latest={[groupDigits(last?.hidden ?? 0), groupDigits(last?.declared ?? 0)].map(thisWeek)}
        />
      }
      table={{
        columns: ['Week', 'Hidden', 'Declared'],
        rows: skips.map(({ week, hidden, declared }) => ({ name: weekText(week), cells: [groupDigits(hidden), groupDigits(declared)] })),
      }}
    >
      <LazyChart
        kind="lines"
        unit="count"
        label={title}
        data={{
          series: SERIES,
          columns: skips.map(({ week, hidden, declared }) => ({ label: weekLabel(week), values: [hidden, declared] })),
        }}
      />
    </ChartFigure>
  )
}

function thisWeek(amount: string): string {
  return `${amount} this week`
}
