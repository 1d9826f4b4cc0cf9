'use client'

import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { groupDigits } from '#lib/wording/count.ts'
import { durationText } from '#lib/wording/duration.ts'
import { type ChartData, type ChartUnit, SERIES_LOOK } from './chart-series.ts'
import { SeriesMark, SeriesPattern } from './series-mark.tsx'

const TICK = { fill: 'var(--muted)', fontSize: 12 }
/** More names at the ends of lines run into each other; then the legend alone has them. */
const MOST_LABELLED = 2
const MARGIN = { top: 12, right: 16, bottom: 0, left: 0 }

/** A chart that nobody needs to see: the same figures stand in the table beneath. Nothing in it moves. */
export function DrawnChart({ kind, data, unit, height }: { kind: 'lines' | 'bars'; data: ChartData; unit: ChartUnit; height: number }) {
  const id = useId().replace(/[^a-z0-9]/gi, '')
  const rows = data.columns.map(({ label, values }) => ({ label, ...Object.fromEntries(values.map((value, at) => [`v${at}`, value])) }))
  const labelled = kind === 'lines' && data.series.length <= MOST_LABELLED
  const last = data.columns.length - 1
  const frame = [
    <CartesianGrid key="grid" stroke="var(--border)" vertical={false} />,
    <XAxis
      key="x"
      dataKey="label"
      tick={TICK}
      tickLine={false}
      axisLine={{ stroke: 'var(--control)' }}
      minTickGap={16}
      {...(kind === 'lines' ? { padding: { left: 16, right: 16 } } : {})}
    />,
    <YAxis
      key="y"
      tick={TICK}
      tickLine={false}
      axisLine={false}
      width={unit === 'count' ? 32 : 56}
      allowDecimals={unit !== 'count'}
      domain={[0, (most: number) => Math.max(most, 1)]}
      tickFormatter={(value: number) => valueText(value, unit)}
    />,
    <Tooltip
      key="tip"
      isAnimationActive={false}
      cursor={{ fill: 'var(--hover)', stroke: 'var(--control)' }}
      content={({ active, label }) => <Values data={data} unit={unit} label={active ? String(label) : null} />}
    />,
  ]
  return (
    <ResponsiveContainer width="100%" height={height}>
      {kind === 'lines' ? (
        <LineChart data={rows} margin={labelled ? { ...MARGIN, right: 88 } : MARGIN} accessibilityLayer={false}>
          {frame}
          {data.series.map(({ name, look }, at) => (
            <Line
              key={name}
              dataKey={`v${at}`}
              name={name}
              type="linear"
              stroke={SERIES_LOOK[look].colour}
              strokeWidth={2}
              {...(SERIES_LOOK[look].dash === undefined ? {} : { strokeDasharray: SERIES_LOOK[look].dash })}
              isAnimationActive={false}
              connectNulls={false}
              dot={({ cx, cy, index, value }) =>
                typeof cx === 'number' && typeof cy === 'number' && value != null ? (
                  <g key={`${name} ${cx}`}>
                    <SeriesMark look={look} x={cx} y={cy} />
                    {labelled && index === last ? (
                      <text x={cx + 9} y={cy + labelShift(data, at)} fill="var(--text)" fontSize={12}>
                        {shortName(name)} {valueText(Number(value), unit)}
                      </text>
                    ) : null}
                  </g>
                ) : (
                  <g key={`${name} none ${index}`} />
                )
              }
            />
          ))}
        </LineChart>
      ) : (
        <BarChart data={rows} margin={MARGIN} accessibilityLayer={false} maxBarSize={48}>
          <defs>
            {data.series.map(({ look }, at) => (
              <SeriesPattern key={look} id={`${id}${at}`} look={look} />
            ))}
          </defs>
          {frame}
          {data.series.map(({ name, look }, at) => (
            <Bar
              key={name}
              dataKey={`v${at}`}
              name={name}
              stackId="all"
              fill={`url(#${id}${at})`}
              stroke={SERIES_LOOK[look].colour}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      )}
    </ResponsiveContainer>
  )
}

function Values({ data, unit, label }: { data: ChartData; unit: ChartUnit; label: string | null }) {
  const column = data.columns.find((each) => each.label === label)
  if (column === undefined) return null
  return (
    <div className="rounded-control border border-border bg-raised px-2.5 py-1.5 text-dense shadow-popover">
      <p className="font-medium">{label}</p>
      {data.series.map(({ name }, at) => (
        <p key={name} className="text-muted">
          {name}: <span className="text-text">{column.values[at] == null ? 'none' : valueText(column.values[at], unit)}</span>
        </p>
      ))}
    </div>
  )
}

/** Moves the label at the end of a line away from that of another which ends near it: the higher one up, the lower one down. */
function labelShift({ columns }: ChartData, at: number): number {
  const ends = columns.at(-1)?.values ?? []
  const own = ends[at] ?? 0
  const most = Math.max(1, ...columns.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const near = ends.findIndex((value, other) => other !== at && value !== null && Math.abs(value - own) < most * 0.15)
  if (near < 0) return 4
  return own > (ends[near] ?? 0) || (own === ends[near] && at < near) ? -4 : 13
}

function shortName(name: string): string {
  return name.length > 12 ? `${name.slice(0, 11)}…` : name
}

function valueText(value: number, unit: ChartUnit): string {
  return unit === 'duration' ? durationText(value) : groupDigits(value)
}
