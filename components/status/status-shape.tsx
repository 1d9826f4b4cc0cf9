import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import type { Status } from '#lib/model/status.ts'

interface Look {
  readonly solid: string
  readonly drawing: ReactNode
}

const GLYPH = { fill: 'none', stroke: 'var(--on-solid)', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** The outline alone tells them apart: without colour, and for whoever sees few of them. One that is missing does not compile. */
const LOOKS: Readonly<Record<Status, Look>> = {
  passed: {
    solid: 'text-passed-solid',
    drawing: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="m4.75 8.25 2.25 2.25 4.25-4.5" {...GLYPH} />
      </>
    ),
  },
  failed: {
    solid: 'text-failed-solid',
    drawing: (
      <>
        <path d="M5 .75h6L15.25 5v6L11 15.25H5L.75 11V5Z" fill="currentColor" />
        <path d="m5.5 5.5 5 5m0-5-5 5" {...GLYPH} />
      </>
    ),
  },
  missing: {
    solid: 'text-missing-solid',
    drawing: (
      <>
        <path d="M8 .25 15.75 8 8 15.75.25 8Z" fill="currentColor" />
        <path d="M6.25 6.25a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.5-.75 1" {...GLYPH} strokeWidth={1.6} />
        <circle cx="8" cy="11.35" r="1" fill="var(--on-solid)" />
      </>
    ),
  },
  blocked: {
    solid: 'text-blocked-solid',
    drawing: (
      <>
        <rect x="1.25" y="1.25" width="13.5" height="13.5" rx="1.5" fill="currentColor" />
        <path d="M4.75 8h6.5" {...GLYPH} />
      </>
    ),
  },
  stale: {
    solid: 'text-stale-solid',
    drawing: (
      <path
        d="M3 .75h10v1.5h-1v2.1c0 1.75-2.5 2.6-2.5 3.65S12 9.9 12 11.65v2.1h1v1.5H3v-1.5h1v-2.1C4 9.9 6.5 9.05 6.5 8S4 6.1 4 4.35v-2.1H3Z"
        fill="currentColor"
      />
    ),
  },
  partial: {
    solid: 'text-partial-solid',
    drawing: (
      <>
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M8 1.75a6.25 6.25 0 0 0 0 12.5Z" fill="currentColor" />
      </>
    ),
  },
  pending: {
    solid: 'text-pending-solid',
    drawing: (
      <>
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="3.2 1.71" />
        <path d="M8 4.75V8l2.25 1.5" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
      </>
    ),
  },
  skipped: {
    solid: 'text-skipped-solid',
    drawing: <path d="M1 3.25 6.5 8 1 12.75Zm6 0L12.5 8 7 12.75Zm6 0h2v9.5h-2Z" fill="currentColor" />,
  },
  'not-applicable': {
    solid: 'text-not-applicable-solid',
    drawing: <path d="M3 8h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  },
}

/** What a status is drawn with, in a box of 16. */
export function statusDrawing(status: Status): ReactNode {
  return LOOKS[status].drawing
}

/** The shape of a status, 16 px. It stands beside the word or the code, never alone. */
export function StatusShape({ status, className }: { status: Status; className?: string }) {
  const { solid, drawing } = LOOKS[status]
  return (
    <svg
      viewBox="0 0 16 16"
      data-status={status}
      aria-hidden="true"
      focusable="false"
      className={classNames('size-4 shrink-0 forced-color-adjust-none', solid, className)}
    >
      {drawing}
    </svg>
  )
}
