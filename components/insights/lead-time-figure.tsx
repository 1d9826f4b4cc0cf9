import { ChartFigure, ChartLegend } from '#components/charts/chart-figure.tsx'
import type { ChartSeries, SeriesLook } from '#components/charts/chart-series.ts'
import { LazyChart } from '#components/charts/lazy-chart.tsx'
import { TrendSpan } from '#components/charts/trend-span.tsx'
import { GATE_LAYERS, type GateLayer } from '#lib/model/gate-layer.ts'
import type { Insights, LeadTime } from '#lib/model/trends.ts'
import { durationText } from '#lib/wording/duration.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { leadTimeTitle } from '#lib/wording/trend-titles.ts'
import { weekLabel, weekText } from '#lib/wording/week.ts'

const LOOKS: Readonly<Record<GateLayer, SeriesLook>> = {
  'contract-global': 'first',
  'domain-local': 'second',
  'consumer-smoke': 'third',
  'service-evidence': 'fourth',
}

const SERIES = GATE_LAYERS.map((layer): ChartSeries => ({ name: GATE_LAYER_WORDING[layer].label, look: LOOKS[layer] }))

/** How long gates take from the announcement of their run to their pass, by layer. */
export function LeadTimeFigure({ leadTimes }: { leadTimes: Insights['leadTimes'] }) {
  const { weeks, wholeSince } = leadTimes
  const title = leadTimeTitle(weeks)
  const columnsOf = (of: 'p50' | 'p90') =>
    weeks.map(({ week, layers }) => ({ label: weekLabel(week), values: GATE_LAYERS.map((layer) => layers[layer]?.[of] ?? null) }))
  const isEmpty = weeks.every(({ layers }) => GATE_LAYERS.every((layer) => layers[layer] === null))
  return (
    <ChartFigure
      id="lead-times"
      title={title}
      about={
        <>
          From the announcement of a run to each gate’s first pass in it, by the server’s clock. What no run announced is not counted.{' '}
          <TrendSpan weeks={weeks.map(({ week }) => week)} wholeSince={wholeSince} />
        </>
      }
      legend={
        isEmpty ? null : (
          <ChartLegend series={SERIES} kind="line" latest={GATE_LAYERS.map((layer) => latestText(weeks.at(-1)?.layers[layer] ?? null))} />
        )
      }
      table={{
        columns: [
          'Week',
          ...GATE_LAYERS.flatMap((layer) => [
            `${GATE_LAYER_WORDING[layer].label}: half`,
            `${GATE_LAYER_WORDING[layer].label}: nine of ten`,
            `${GATE_LAYER_WORDING[layer].label}: passes`,
          ]),
        ],
        rows: weeks.map(({ week, layers }) => ({ name: weekText(week), cells: GATE_LAYERS.flatMap((layer) => cellsOf(layers[layer])) })),
      }}
    >
      {isEmpty ? (
        <p className="py-6 text-body text-muted">There will be figures once a gate passes in a run that was announced.</p>
      ) : (
        <div className="grid gap-x-4 sm:grid-cols-2">
          {(['p50', 'p90'] as const).map((of) => (
            <div key={of} className="min-w-0">
              <p className="text-center text-meta text-muted">{of === 'p50' ? 'Half pass within' : 'Nine of ten pass within'}</p>
              <LazyChart
                kind="lines"
                unit="duration"
                height="low"
                label={`${of === 'p50' ? 'Half' : 'Nine of ten'} of the gates pass within this time, by layer`}
                data={{ series: SERIES, columns: columnsOf(of) }}
              />
            </div>
          ))}
        </div>
      )}
    </ChartFigure>
  )
}

function latestText(lead: LeadTime | null): string {
  return lead === null ? 'none this week' : `${durationText(lead.p50)} / ${durationText(lead.p90)}`
}

function cellsOf(lead: LeadTime | null): readonly string[] {
  return lead === null ? ['none', 'none', '0'] : [durationText(lead.p50), durationText(lead.p90), String(lead.passes)]
}
