import { ChartFigure, ChartLegend } from '#components/charts/chart-figure.tsx'
import type { ChartSeries } from '#components/charts/chart-series.ts'
import { LazyChart } from '#components/charts/lazy-chart.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import type { GuardFindingState } from '#lib/model/guard.ts'
import type { GuardRunCounts } from '#lib/model/trends.ts'
import { ageOf } from '#lib/wording/age.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { FINDING_STATE_WORDING } from '#lib/wording/finding-state.ts'

const PARTS: readonly GuardFindingState[] = ['legacy', 'allowed-debt', 'expired-debt', 'new']

const SERIES: readonly ChartSeries[] = [
  { name: FINDING_STATE_WORDING.legacy.label, look: 'rest' },
  { name: FINDING_STATE_WORDING['allowed-debt'].label, look: 'fourth' },
  { name: FINDING_STATE_WORDING['expired-debt'].label, look: 'third' },
  { name: FINDING_STATE_WORDING.new.label, look: 'hidden' },
]

/** Whether findings become fewer: run after run of a guard, on whatever candidate. */
export function RunsFigure({ gate, runs, now }: { gate: string; runs: readonly GuardRunCounts[]; now: number }) {
  const title = runsTitle(runs)
  const valuesOf = ({ counts }: GuardRunCounts) => PARTS.map((state) => counts[state])
  // Two runs on one candidate keep apart by their number.
  const columns = runs.map((run, at) => ({ label: `${at + 1}. ${shortContent(run.contentId)}`, values: valuesOf(run) }))
  const last = runs.at(-1)
  return (
    <ChartFigure
      id={`runs-${gate.replaceAll('/', '-')}`}
      title={title}
      about={`The newest ${count(runs.length, 'run')} that reported findings, oldest first, each held against today’s baseline and allowances.`}
      legend={<ChartLegend series={SERIES} kind="bar" latest={last === undefined ? [] : valuesOf(last).map(groupDigits)} />}
      table={{
        columns: ['Run', ...SERIES.map(({ name }) => name), 'Resolved'],
        rows: runs.map((run, at) => ({
          name: `${at + 1}. ${shortContent(run.contentId)}, ${ageOf(Date.parse(run.at), now)}`,
          cells: [...valuesOf(run), run.counts.resolved].map(groupDigits),
        })),
      }}
    >
      <LazyChart kind="bars" unit="count" label={title} data={{ series: SERIES, columns }} />
    </ChartFigure>
  )
}

function runsTitle(runs: readonly GuardRunCounts[]): string {
  const foundBy = (run: GuardRunCounts | undefined) => PARTS.reduce((sum, state) => sum + (run?.counts[state] ?? 0), 0)
  const [now, before] = [foundBy(runs.at(-1)), foundBy(runs[0])]
  const found = `${count(now, 'finding')} in the newest run`
  if (runs.length < 2) return found
  if (now === before) return `${found}, as many as ${count(runs.length - 1, 'run')} before`
  return `${found}, ${Math.abs(now - before)} ${now < before ? 'fewer' : 'more'} than ${count(runs.length - 1, 'run')} before`
}
