import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import type { Overlay } from '#lib/model/status.ts'
import { OVERLAY_WORDING } from '#lib/wording/overlay.ts'

interface Look {
  readonly tint: string
  readonly word: string
  readonly drawing: ReactNode
}

/** Each has a word and a drawing of its own; one that is missing does not compile. */
const LOOKS: Readonly<Record<Overlay, Look>> = {
  debt: {
    tint: 'bg-missing-bg text-missing-fg',
    word: 'DEBT',
    drawing: (
      <>
        <path d="M1.5 2.5h6L14 8l-6.5 5.5h-6Z" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="round" />
        <circle cx="5" cy="8" r="1.4" fill="currentColor" />
      </>
    ),
  },
  flaky: {
    tint: 'bg-partial-bg text-partial-fg',
    word: 'FLAKY',
    drawing: (
      <path
        d="m1.5 11 3.25-6 3.25 6 3.25-6 3.25 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    ),
  },
  excepted: {
    tint: 'bg-excepted-bg text-excepted-fg',
    word: 'EXC',
    drawing: <path d="M8 .9 14 3v5c0 3.6-2.6 5.9-6 7.1-3.4-1.2-6-3.5-6-7.1V3Z" fill="currentColor" />,
  },
}

/** What is shown on top of a status: a mark of its own, beside the status and never instead of it. */
export function OverlayMark({ overlay, bare = false }: { overlay: Overlay; bare?: boolean }) {
  const { tint, word, drawing } = LOOKS[overlay]
  const { label, meaning } = OVERLAY_WORDING[overlay]
  const icon = (
    <svg viewBox="0 0 16 16" data-overlay={overlay} aria-hidden="true" focusable="false" className="size-3 shrink-0">
      {drawing}
    </svg>
  )
  return (
    <span
      data-chip=""
      title={`${label}: ${meaning}`}
      className={classNames(
        'relative inline-flex shrink-0 items-center gap-0.5 whitespace-nowrap rounded-mark font-semibold text-meta',
        bare ? 'p-0.5' : 'px-1',
        tint,
      )}
    >
      {icon}
      <span className={bare ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
