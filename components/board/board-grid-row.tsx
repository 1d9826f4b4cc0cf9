'use client'

import { memo } from 'react'
import { OverlayMark } from '#components/status/overlay-mark.tsx'
import { SpriteShape } from '#components/status/status-sprite.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { CellFace, RowFace } from '#lib/model/board.ts'
import type { Overlay } from '#lib/model/status.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { ELIGIBILITY_VERDICT_WORDING } from '#lib/wording/eligibility-verdict.ts'
import { domainHref } from '#lib/wording/href.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { countOpen } from './arrange-rows.ts'
import type { BoardPlace } from './board-filter.ts'
import { CellLink } from './cell-link.tsx'
import { cellName } from './cell-name.ts'

/** A row of the grid. Remembered, so that opening a cell draws one row and not all. */
export const BoardGridRow = memo(function BoardGridRow({
  row,
  at,
  isLast,
  columns,
  of,
  open,
  onOpen,
}: {
  row: RowFace
  /** Which row it is of those that are shown, counted from 0. */
  at: number
  isLast: boolean
  columns: readonly BoardColumn[]
  of: BoardPlace
  open: string | null
  onOpen: (id: string) => void
}) {
  const { domain, verdict } = row
  return (
    <tr aria-rowindex={at + 2} data-domain={domain} className={isLast ? 'last' : undefined}>
      <th scope="row">
        <PageLink href={domainHref(domain, 'lane', of)}>
          <span>
            <b>
              <VisibleText text={row.title} limit={60} />
            </b>
            {row.owner === null ? null : (
              <i>
                {' '}
                <VisibleText text={row.owner} limit={40} />
              </i>
            )}
          </span>
        </PageLink>
      </th>
      {columns.map((column, index) => {
        const cell = row.cells[index]
        return (
          <td key={column.id}>
            {cell === undefined ? null : (
              <CellLink
                domain={domain}
                number={column.number}
                of={of}
                name={cellName(visibleText(row.title), column, cell)}
                isOpen={open === `${domain}.${column.number}`}
                onOpen={onOpen}
                className={isQuiet(cell) ? 'quiet' : cell.status}
              >
                <Face cell={cell} />
              </CellLink>
            )}
          </td>
        )
      })}
      <td>
        <PageLink href={domainHref(domain, 'eligibility', of)} className="verdict" data-verdict={verdict}>
          <span>
            <b>{ELIGIBILITY_VERDICT_WORDING[verdict].label}</b>
            {of.tab === 'items' ? <i>{row.cells.length - countOpen(row)} of 8</i> : null}
          </span>
        </PageLink>
      </td>
    </tr>
  )
})

/** What has passed with nothing on top of it, or does not apply, is not to catch the eye. */
function isQuiet({ status, overlays }: CellFace): boolean {
  return (status === 'passed' || status === 'not-applicable') && overlays.length === 0
}

/** What is seen of a cell: shape, word and a few words. */
function Face({ cell }: { cell: CellFace }) {
  return (
    <>
      <SpriteShape status={cell.status} />
      <span>
        <b>{STATUS_WORDING[cell.status].label}</b>
        {isQuiet(cell) || cell.note === '' ? null : (
          <i>
            <VisibleText text={cell.note} limit={80} />
          </i>
        )}
      </span>
      <Marks of={cell.overlays} />
    </>
  )
}

/** Several stand above one another, so that they leave room for the word. */
function Marks({ of }: { of: readonly Overlay[] }) {
  const marks = of.map((overlay) => <OverlayMark key={overlay} overlay={overlay} bare />)
  return of.length > 1 ? <span className="marks">{marks}</span> : marks
}
