'use client'

import { StatusChip } from '#components/status/status-chip.tsx'
import { StatusShape } from '#components/status/status-shape.tsx'
import { VerdictChip } from '#components/status/verdict-chip.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { BoardRow } from '#lib/model/board.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { domainHref } from '#lib/wording/href.ts'
import { STATUS_CODE } from '#lib/wording/status-code.ts'
import type { BoardPlace } from './board-filter.ts'
import { CellLink } from './cell-link.tsx'
import { cellName } from './cell-name.ts'

/** The board where there is no room for a grid: a card for each domain, and what is open in it by name. */
export function BoardCards({
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
  open: string | null
  onOpen: (id: string) => void
}) {
  return (
    <ul aria-label={label} className="space-y-3 md:hidden">
      {rows.map((row) => (
        <li key={row.domain} className="rounded-card border border-border p-3">
          <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
            <h2 className="min-w-0 font-medium text-body">
              <PageLink href={domainHref(row.domain, 'lane', of)} className="text-link hover:underline">
                <VisibleText text={row.title} limit={60} />
              </PageLink>
            </h2>
            <VerdictChip verdict={row.verdict} />
          </div>
          <ul aria-label={`${visibleText(row.title)}: all`} className="grid grid-cols-4 gap-1 min-[22rem]:grid-cols-8">
            {columns.map((column, at) => {
              const cell = row.cells[at]
              if (cell === undefined) return null
              return (
                <li key={column.id}>
                  <CellLink
                    domain={row.domain}
                    number={column.number}
                    of={of}
                    name={cellName(visibleText(row.title), column, cell)}
                    isOpen={open === `${row.domain}.${column.number}`}
                    onOpen={onOpen}
                    className="flex min-h-11 flex-col items-center justify-center gap-0.5 rounded-control text-meta text-text no-underline hover:bg-hover"
                  >
                    <StatusShape status={cell.status} />
                    {STATUS_CODE[cell.status]}
                  </CellLink>
                </li>
              )
            })}
          </ul>
          <ul aria-label={`${visibleText(row.title)}: open`} className="mt-2 space-y-1.5 empty:hidden">
            {columns.map((column, at) => {
              const cell = row.cells[at]
              if (cell === undefined || (cell.status === 'passed' && cell.overlays.length === 0)) return null
              return (
                <li key={column.id}>
                  <StatusChip status={cell.status} overlays={cell.overlays} note={`${column.number} ${column.label}`} />
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}
