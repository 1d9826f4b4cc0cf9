'use client'

import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { OverlayMark } from '#components/status/overlay-mark.tsx'
import { StatusShape } from '#components/status/status-shape.tsx'
import { STATUS_TINT } from '#components/status/status-tint.ts'
import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { KEYS, readPreference } from '#lib/client/preference.ts'
import type { BoardCell, BoardRow } from '#lib/model/board.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { domainHref } from '#lib/wording/href.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { countOpen } from './arrange-rows.ts'
import type { BoardPlace } from './board-filter.ts'
import { CellLink } from './cell-link.tsx'
import { cellName } from './cell-name.ts'
import { moveInGrid } from './move-in-grid.ts'

/** Domains by items or layers. One tab stop: arrows move from cell to cell, Enter opens one. Nothing in it moves by itself. */
export function BoardGrid({
  rows,
  columns,
  of,
  label,
  open,
  onOpen,
}: {
  rows: readonly BoardRow[]
  columns: readonly BoardColumn[]
  of: BoardPlace
  label: string
  /** The id of the open cell. */
  open: string | null
  onOpen: (id: string) => void
}) {
  const table = useRef<HTMLTableElement>(null)

  // Where the focus may enter: the cell that had it last; the first when that one is gone.
  useEffect(() => {
    const links = linksOf(table.current).flat()
    if (rows.length > 0 && !links.some((link) => link.tabIndex === 0)) links[0]?.setAttribute('tabindex', '0')
  }, [rows])

  function enter(target: EventTarget) {
    for (const link of linksOf(table.current).flat()) link.tabIndex = link === target ? 0 : -1
  }

  function move(event: KeyboardEvent) {
    if (event.metaKey || event.altKey) return
    const grid = linksOf(table.current)
    const from = document.activeElement
    if (!(from instanceof HTMLAnchorElement)) return
    const row = grid.findIndex((links) => links.includes(from))
    const column = grid[row]?.indexOf(from) ?? -1
    if (column === -1) return
    const size = { rows: grid.length, columns: columns.length + 2 }
    const to = moveInGrid({ row, column }, size, event, readPreference(KEYS) === 'on')
    const link = to === null ? undefined : grid[to.row]?.[to.column]
    if (link === undefined) return
    event.preventDefault()
    link.focus({ preventScroll: true })
    // Unlike the focus alone, this heeds the head and the first column, which lie over the cells.
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <section
      aria-label={label}
      className="hidden max-h-[calc(100dvh-5rem)] scroll-pt-12 scroll-pl-48 overflow-auto rounded-card border border-border md:block"
    >
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in by arrows is a grid (APG)
        role="grid"
        aria-label={label}
        onKeyDown={move}
        onFocus={(event) => enter(event.target)}
        className="w-full min-w-[64rem] table-fixed border-separate border-spacing-0 text-left"
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 h-11 w-44 border-border border-r border-b bg-panel px-3 font-medium text-meta"
            >
              Domain
            </th>
            {columns.map(({ id, number, label, meaning }) => (
              <th
                key={id}
                scope="col"
                title={meaning}
                className="sticky top-0 z-10 border-border border-b bg-panel px-2 font-medium text-meta text-muted"
              >
                {number} {label}
              </th>
            ))}
            <th scope="col" className="sticky top-0 z-10 w-28 border-border border-b bg-panel px-2 font-medium text-meta text-muted">
              Verdict
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={row.domain} row={row} columns={columns} of={of} first={at === 0} open={openIn(row, open)} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The links of the grid, row by row; every cell has exactly one. */
function linksOf(table: HTMLTableElement | null): HTMLAnchorElement[][] {
  return [...(table?.tBodies[0]?.rows ?? [])].map((row) => [...row.querySelectorAll<HTMLAnchorElement>('a')])
}

function openIn({ domain }: BoardRow, open: string | null): string | null {
  return open?.startsWith(`${domain}.`) ? open : null
}

/** Remembered, so that opening a cell draws one row and not two hundred. */
const Row = memo(function Row({
  row,
  columns,
  of,
  first,
  open,
  onOpen,
}: {
  row: BoardRow
  columns: readonly BoardColumn[]
  of: BoardPlace
  first: boolean
  open: string | null
  onOpen: (id: string) => void
}) {
  const amount = countOpen(row)
  return (
    <tr className="group/row">
      <th
        scope="row"
        className="sticky left-0 z-10 h-11 border-border border-r border-b bg-page px-1 font-normal group-last/row:border-b-0 group-hover/row:bg-hover"
      >
        <PageLink
          href={domainHref(row.domain, 'lane', of)}
          tabIndex={first ? 0 : -1}
          className="block rounded-control px-2 py-1 font-medium text-dense text-link hover:underline focus-visible:-outline-offset-2"
        >
          <VisibleText text={row.title} limit={60} className="block truncate" />
          {row.owner === null ? null : (
            <VisibleText text={row.owner} limit={40} className="block truncate font-normal text-meta text-muted" />
          )}
        </PageLink>
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[at]
        return (
          <td key={column.id} className="border-border border-b p-0.5 group-last/row:border-b-0 group-hover/row:bg-hover">
            {cell === undefined ? null : (
              <CellLink
                domain={row.domain}
                number={column.number}
                of={of}
                name={cellName(visibleText(row.title), column, cell)}
                isOpen={open === `${row.domain}.${column.number}`}
                onOpen={onOpen}
                tabIndex={-1}
                className={classNames(
                  'flex min-h-10 items-center gap-1.5 rounded-control px-1.5 py-0.5 text-meta no-underline focus-visible:-outline-offset-2',
                  isQuiet(cell) ? 'text-muted hover:bg-selected' : STATUS_TINT[cell.status],
                )}
              >
                <CellFace cell={cell} />
              </CellLink>
            )}
          </td>
        )
      })}
      <td className="border-border border-b p-0.5 group-last/row:border-b-0 group-hover/row:bg-hover">
        <PageLink
          href={domainHref(row.domain, 'eligibility', of)}
          tabIndex={-1}
          className="block rounded-control px-1.5 py-1 text-meta text-text no-underline focus-visible:-outline-offset-2"
        >
          <VerdictChip verdict={row.verdict} />
          {of.tab === 'items' ? <span className="mt-0.5 block px-1.5 text-muted">{8 - amount} of 8</span> : null}
        </PageLink>
      </td>
    </tr>
  )
})

function isQuiet({ status, overlays }: BoardCell): boolean {
  return (status === 'passed' || status === 'not-applicable') && overlays.length === 0
}

/** What is seen of a cell: shape, word and a few words; what has passed stays quiet. */
function CellFace({ cell }: { cell: BoardCell }) {
  return (
    <>
      <StatusShape status={cell.status} />
      <span className="min-w-0 flex-1">
        <span className={classNames('block truncate', !isQuiet(cell) && 'font-semibold')}>{STATUS_WORDING[cell.status].label}</span>
        {isQuiet(cell) || cell.note === '' ? null : <VisibleText text={cell.note} limit={80} className="block truncate" />}
      </span>
      {cell.overlays.length === 0 ? null : (
        <span className="flex flex-col gap-0.5">
          {cell.overlays.map((overlay) => (
            <OverlayMark key={overlay} overlay={overlay} bare />
          ))}
        </span>
      )}
    </>
  )
}
