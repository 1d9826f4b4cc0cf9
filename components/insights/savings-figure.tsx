import { ChartFigure } from '#components/charts/chart-figure.tsx'
import { LazyChart } from '#components/charts/lazy-chart.tsx'
import { TrendSpan } from '#components/charts/trend-span.tsx'
import type { Insights } from '#lib/model/trends.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { durationText } from '#lib/wording/duration.ts'
import { savingsTitle } from '#lib/wording/trend-titles.ts'
import { weekLabel, weekText } from '#lib/wording/week.ts'

/** What skips saved above, what it cost below: two charts of the same weeks, not two axes. */
export function SavingsFigure({ savings }: { savings: Insights['savings'] }) {
  const { weeks, wholeSince } = savings
  const title = savingsTitle(weeks)
  const unknown = weeks.reduce((sum, week) => sum + week.unknown, 0)
  return (
    <ChartFigure
      id="savings"
      title={title}
      about={
        <>
          Saved is what a skipped gate took when it passed before, by its producer’s start and end, for skips that hold and whose gate was
          not run after all. Debt is every line that was opened.{' '}
          {unknown === 0 ? null : `${count(unknown, 'more skip')} ${unknown === 1 ? 'holds' : 'hold'} whose proof says no duration. `}
          <TrendSpan weeks={weeks.map(({ week }) => week)} wholeSince={wholeSince} />
        </>
      }
      table={{
        columns: ['Week', 'Saved', 'By skips', 'Without a duration', 'Debt opened'],
        rows: weeks.map(({ week, savedSeconds, skips, unknown: without, debt }) => ({
          name: weekText(week),
          cells: [durationText(savedSeconds), ...[skips, without, debt].map(groupDigits)],
        })),
      }}
    >
      <p className="text-meta text-muted">Saved</p>
      <LazyChart
        kind="bars"
        unit="duration"
        height="low"
        label="Time of gates that skips saved, by week"
        data={{
          series: [{ name: 'Saved', look: 'skipped' }],
          columns: weeks.map(({ week, savedSeconds }) => ({ label: weekLabel(week), values: [savedSeconds] })),
        }}
      />
      <p className="text-meta text-muted">Lines of debt opened</p>
      <LazyChart
        kind="bars"
        unit="count"
        height="low"
        label="Lines of debt that were opened, by week"
        data={{
          series: [{ name: 'Debt opened', look: 'hidden' }],
          columns: weeks.map(({ week, debt }) => ({ label: weekLabel(week), values: [debt] })),
        }}
      />
    </ChartFigure>
  )
}
