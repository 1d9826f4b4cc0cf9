const WIDTH = 96
const HEIGHT = 24
const EDGE = 4

/** A few values as a line from 0 to `most`, drawn on the server; whoever reads has them in words beside it and in the table. */
export function Sparkline({ values, most }: { values: readonly number[]; most: number }) {
  const x = (at: number) => EDGE + (values.length === 1 ? (WIDTH - 2 * EDGE) / 2 : (at * (WIDTH - 2 * EDGE)) / (values.length - 1))
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)
  const last = values.length - 1
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false" className="h-6 w-24 shrink-0 text-info-solid">
      <path d={`M${EDGE} ${y(most)}H${WIDTH - EDGE}`} stroke="var(--border)" strokeDasharray="2 2" />
      <path d={`M${EDGE} ${y(0)}H${WIDTH - EDGE}`} stroke="var(--border)" />
      <polyline points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} fill="none" stroke="currentColor" strokeWidth="1.75" />
      {last < 0 ? null : <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.5" fill="currentColor" />}
    </svg>
  )
}
