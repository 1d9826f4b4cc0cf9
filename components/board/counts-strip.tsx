'use client'

import { memo } from 'react'
import { OverlayMark } from '#components/status/overlay-mark.tsx'
import { SpriteShape } from '#components/status/status-sprite.tsx'
import type { RowFace } from '#lib/model/board.ts'
import { OVERLAYS } from '#lib/model/status.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { OVERLAY_WORDING } from '#lib/wording/overlay.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { countMarks } from './arrange-rows.ts'
import type { BoardMark } from './board-filter.ts'

/** How many cells there are of each status, the worst first; each is also the key to the rows that have one. It explains the shapes as well. */
export const CountsStrip = memo(function CountsStrip({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly RowFace[]
  chosen: BoardMark | null
  onChoose: (mark: BoardMark | null) => void
}) {
  const counts = countMarks(rows)
  return (
    <fieldset className="counts">
      <legend className="sr-only">Show only domains with a cell that is</legend>
      {WORST_FIRST.filter((status) => counts.has(status)).map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen === status}
          title={STATUS_WORDING[status].meaning}
          onClick={() => onChoose(chosen === status ? null : status)}
          className={status}
        >
          <SpriteShape status={status} />
          {STATUS_WORDING[status].label}
          <b>{groupDigits(counts.get(status) ?? 0)}</b>
        </button>
      ))}
      {OVERLAYS.filter((overlay) => counts.has(overlay)).map((overlay) => (
        <button
          key={overlay}
          type="button"
          aria-pressed={chosen === overlay}
          onClick={() => onChoose(chosen === overlay ? null : overlay)}
          className="overlay"
        >
          <OverlayMark overlay={overlay} bare />
          {OVERLAY_WORDING[overlay].label}
          <b>{groupDigits(counts.get(overlay) ?? 0)}</b>
        </button>
      ))}
    </fieldset>
  )
})
