'use client'

import { OverlayMark } from '#components/status/overlay-mark.tsx'
import { StatusShape } from '#components/status/status-shape.tsx'
import { STATUS_TINT } from '#components/status/status-tint.ts'
import { classNames } from '#components/ui/class-names.ts'
import type { BoardRow } from '#lib/model/board.ts'
import { OVERLAYS } from '#lib/model/status.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { OVERLAY_WORDING } from '#lib/wording/overlay.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { countMarks } from './arrange-rows.ts'
import type { BoardMark } from './board-filter.ts'

const LOOK =
  'inline-flex h-7 items-center gap-1.5 rounded-control border px-2 text-dense transition-colors duration-[120ms] aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-text'

/** How many cells there are of each status, the worst first; each is also the key to the rows that have one. It explains the shapes as well. */
export function CountsStrip({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly BoardRow[]
  chosen: BoardMark | null
  onChoose: (mark: BoardMark | null) => void
}) {
  const counts = countMarks(rows)
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Show only domains with a cell that is</legend>
      {WORST_FIRST.filter((status) => counts.has(status)).map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen === status}
          title={STATUS_WORDING[status].meaning}
          onClick={() => onChoose(chosen === status ? null : status)}
          className={classNames(LOOK, 'border-transparent', STATUS_TINT[status])}
        >
          <StatusShape status={status} />
          {STATUS_WORDING[status].label}
          <span className="font-semibold">{groupDigits(counts.get(status) ?? 0)}</span>
        </button>
      ))}
      {OVERLAYS.filter((overlay) => counts.has(overlay)).map((overlay) => (
        <button
          key={overlay}
          type="button"
          aria-pressed={chosen === overlay}
          onClick={() => onChoose(chosen === overlay ? null : overlay)}
          className={classNames(LOOK, 'border-control bg-page text-text hover:bg-hover')}
        >
          <OverlayMark overlay={overlay} bare />
          {OVERLAY_WORDING[overlay].label}
          <span className="font-semibold">{groupDigits(counts.get(overlay) ?? 0)}</span>
        </button>
      ))}
    </fieldset>
  )
}
