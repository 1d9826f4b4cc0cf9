import { useId } from 'react'
import { SERIES_LOOK, type SeriesLook } from './chart-series.ts'

/** The mark of a line where it stands at (x, y). */
export function SeriesMark({ look, x, y }: { look: SeriesLook; x: number; y: number }) {
  const { colour, mark } = SERIES_LOOK[look]
  const solid = { fill: colour, stroke: 'var(--page)', strokeWidth: 1 }
  if (mark === 'ring') return <circle cx={x} cy={y} r={3.5} fill="var(--page)" stroke={colour} strokeWidth={2} />
  if (mark === 'square') return <rect x={x - 4} y={y - 4} width={8} height={8} {...solid} />
  if (mark === 'diamond') return <path d={`M${x} ${y - 5}l5 5-5 5-5-5Z`} {...solid} />
  return <circle cx={x} cy={y} r={4} {...solid} />
}

/** The pattern that fills a part of a bar; `id` is what `fill` names. */
export function SeriesPattern({ id, look }: { id: string; look: SeriesLook }) {
  const { colour, pattern } = SERIES_LOOK[look]
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={pattern === 'lines' ? 'rotate(45)' : undefined}>
      <rect width="6" height="6" fill={pattern === 'solid' ? colour : 'var(--page)'} />
      {pattern === 'lines' ? <rect width="3" height="6" fill={colour} /> : null}
      {pattern === 'dots' ? <circle cx="3" cy="3" r="1.8" fill={colour} /> : null}
      {pattern === 'grid' ? <path d="M0 1h6M1 0v6" stroke={colour} strokeWidth="1.75" /> : null}
    </pattern>
  )
}

/** What a series looks like, 16 px, beside its name. */
export function SeriesSwatch({ look, kind }: { look: SeriesLook; kind: 'line' | 'bar' }) {
  const { colour, dash } = SERIES_LOOK[look]
  const id = useId()
  return (
    <svg viewBox="0 0 24 16" aria-hidden="true" focusable="false" className="h-4 w-6 shrink-0 forced-color-adjust-none">
      {kind === 'line' ? (
        <>
          <path d="M0 8h24" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
          <SeriesMark look={look} x={12} y={8} />
        </>
      ) : (
        <>
          <SeriesPattern id={id} look={look} />
          <rect x="4" y="1" width="16" height="14" fill={`url(#${id})`} stroke={colour} />
        </>
      )}
    </svg>
  )
}
