'use client'

import { useState } from 'react'
import { OverlayMark } from '#components/status/overlay-mark.tsx'
import { SpriteShape } from '#components/status/status-sprite.tsx'
import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { RowFace } from '#lib/model/board.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { count } from '#lib/wording/count.ts'
import { domainHref } from '#lib/wording/href.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { STATUS_CODE } from '#lib/wording/status-code.ts'
import type { BoardPlace } from './board-filter.ts'
import { CellLink } from './cell-link.tsx'
import { cellName } from './cell-name.ts'
import { DrawnByScript } from './drawn-by-script.tsx'
import { SERVED_WHOLE } from './row-window.ts'

/** Of a board that is not drawn whole, what the server draws, what fills a phone, and what is added at once. */
const SERVED = 1
const FIRST = 4
const STEP = 8

/** The board where there is no room for a grid: a card for each domain, and what is open in it by name. Of many, the first and more on request. */
export function BoardCards({
  rows,
  columns,
  of,
  label,
  isServed,
  open,
  onOpen,
}: {
  rows: readonly RowFace[]
  columns: readonly BoardColumn[]
  of: BoardPlace
  label: string
  /** True where nobody knows yet whether there is room for the grid instead. */
  isServed: boolean
  open: string | null
  onOpen: (id: string) => void
}) {
  const [most, setMost] = useState(FIRST)
  const drawn = rows.length <= SERVED_WHOLE ? rows.length : isServed ? SERVED : most
  const opened = rows.findIndex(({ domain }) => open?.startsWith(`${domain}.`))
  const shown = rows.slice(0, Math.max(drawn, opened + 1))
  const more = rows.length - shown.length
  return (
    <div className="md:hidden">
      <ul aria-label={label} className="space-y-3">
        {shown.map((row) => (
          <Card key={row.domain} row={row} columns={columns} of={of} open={open} onOpen={onOpen} />
        ))}
      </ul>
      <DrawnByScript left={more} />
      {more === 0 || isServed ? null : (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button onClick={() => setMost(shown.length + STEP)}>Show {Math.min(STEP, more)} more</Button>
          <p className="text-dense text-muted">{count(more, 'domain')} not drawn yet; the counts above have them.</p>
        </div>
      )}
    </div>
  )
}

function Card({
  row,
  columns,
  of,
  open,
  onOpen,
}: {
  row: RowFace
  columns: readonly BoardColumn[]
  of: BoardPlace
  open: string | null
  onOpen: (id: string) => void
}) {
  const title = visibleText(row.title)
  return (
    <li data-domain={row.domain} className="board-card">
      <div>
        <h2>
          <PageLink href={domainHref(row.domain, 'lane', of)}>
            <VisibleText text={row.title} limit={60} />
          </PageLink>
        </h2>
        <VerdictChip verdict={row.verdict} />
      </div>
      <ul aria-label={`${title}: all`}>
        {columns.map((column, at) => {
          const cell = row.cells[at]
          return cell === undefined ? null : (
            <li key={column.id}>
              <CellLink
                domain={row.domain}
                number={column.number}
                of={of}
                name={cellName(title, column, cell)}
                isOpen={open === `${row.domain}.${column.number}`}
                onOpen={onOpen}
              >
                <SpriteShape status={cell.status} />
                {STATUS_CODE[cell.status]}
              </CellLink>
            </li>
          )
        })}
      </ul>
      <ul aria-label={`${title}: open`}>
        {columns.map((column, at) => {
          const cell = row.cells[at]
          if (cell === undefined || (cell.status === 'passed' && cell.overlays.length === 0)) return null
          return (
            <li key={column.id} className={cell.status}>
              <SpriteShape status={cell.status} />
              <span>
                <b>{STATUS_WORDING[cell.status].label}</b> · {column.number} {column.label}
                {cell.note === '' ? null : (
                  <i>
                    : <VisibleText text={cell.note} limit={60} />
                  </i>
                )}
              </span>
              {cell.overlays.map((overlay) => (
                <OverlayMark key={overlay} overlay={overlay} />
              ))}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
