import type { DebtTrends } from '#lib/model/trends.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { burnDownTitle } from '#lib/wording/trend-titles.ts'
import { weekLabel, weekText } from '#lib/wording/week.ts'
import { ChartFigure, ChartLegend } from './chart-figure.tsx'
import { type ChartSeries, SERIES_LOOKS, type SeriesLook } from './chart-series.ts'
import { LazyChart } from './lazy-chart.tsx'
import { TrendSpan } from './trend-span.tsx'

/** What the gates of no domain, and the domains that are told together, are called. */
const NAMES: Readonly<Record<string, string>> = { global: 'Global gates', other: 'Other domains' }

const DOMAIN_LOOKS = SERIES_LOOKS.filter((look) => !['hidden', 'skipped', 'rest'].includes(look))

/** Open debt by domain at the end of each week. */
export function BurnDownFigure({ trends }: { trends: DebtTrends }) {
  const { debt, wholeSince } = trends
  const title = burnDownTitle(debt)
  const series = debt.domains.map((domain, at): ChartSeries => ({ name: NAMES[domain] ?? domain, look: lookOf(domain, at) }))
  return (
    <ChartFigure
      id="burn-down"
      title={title}
      about={
        <>
          Open lines at the end of each week, in the current one now. A line leaves only by evidence.{' '}
          <TrendSpan weeks={debt.weeks.map(({ week }) => week)} wholeSince={wholeSince} />
        </>
      }
      legend={
        <ChartLegend series={series} kind="bar" latest={(debt.weeks.at(-1)?.open ?? []).map((amount) => `${groupDigits(amount)} open`)} />
      }
      table={{
        columns: ['Week', ...series.map(({ name }) => name), 'Opened', 'Repaid'],
        rows: debt.weeks.map(({ week, open, opened, closed }) => ({
          name: weekText(week),
          cells: [...open, opened, closed].map(groupDigits),
        })),
      }}
    >
      <LazyChart
        kind="bars"
        unit="count"
        label={title}
        data={{ series, columns: debt.weeks.map(({ week, open }) => ({ label: weekLabel(week), values: open })) }}
      />
    </ChartFigure>
  )
}

function lookOf(domain: string, at: number): SeriesLook {
  return domain === 'other' ? 'rest' : (DOMAIN_LOOKS[at] ?? 'rest')
}
