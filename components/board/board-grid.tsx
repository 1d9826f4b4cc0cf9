'use client'

import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { KEYS, readPreference } from '#lib/client/preference.ts'
import type { RowFace } from '#lib/model/board.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import type { BoardPlace } from './board-filter.ts'
import { BoardGridRow } from './board-grid-row.tsx'
import { DrawnByScript } from './drawn-by-script.tsx'
import { moveInGrid } from './move-in-grid.ts'
import { drawnRows } from './row-window.ts'
import { useRowWindow } from './use-row-window.ts'

/**
 * Domains by items or layers. One tab stop: arrows move from cell to cell, Enter opens one. Nothing in it moves by itself. Of a long board
 * only the rows that are near are drawn, and the one that has the focus.
 */
export const BoardGrid = memo(function BoardGrid({
  rows,
  columns,
  of,
  label,
  open,
  onOpen,
}: {
  rows: readonly RowFace[]
  columns: readonly BoardColumn[]
  of: BoardPlace
  label: string
  /** The id of the open cell. */
  open: string | null
  onOpen: (id: string) => void
}) {
  const region = useRef<HTMLElement>(null)
  const { range, height, show } = useRowWindow(region, rows.length)
  // The domain whose row had the focus last: it stays drawn, so that the focus and its way back are not lost.
  const [kept, setKept] = useState<string | null>(null)
  const drawn = drawnRows(range, kept === null ? -1 : rows.findIndex(({ domain }) => domain === kept))

  // Where the focus may enter: the cell that had it last; the first when that one is gone.
  useEffect(() => {
    const links = linksOf(region.current)
    const entry = links.find((link) => link.getAttribute('tabindex') === '0') ?? links[0]
    makeEntry(links, entry)
  })

  function enter(target: EventTarget) {
    if (!(target instanceof HTMLAnchorElement)) return
    makeEntry(linksOf(region.current), target)
    setKept(target.closest('tr')?.dataset.domain ?? null)
  }

  function move(event: KeyboardEvent) {
    if (event.metaKey || event.altKey) return
    const from = document.activeElement
    const line = from?.closest('tr')
    if (!(from instanceof HTMLAnchorElement) || line?.dataset.domain === undefined) return
    const at = {
      row: rows.findIndex(({ domain }) => domain === line.dataset.domain),
      column: [...line.querySelectorAll('a')].indexOf(from),
    }
    const size = { rows: rows.length, columns: columns.length + 2 }
    const to = moveInGrid(at, size, event, readPreference(KEYS) === 'on')
    if (to === null) return
    event.preventDefault()
    if (to.row !== at.row) show(to.row)
    const domain = rows[to.row]?.domain
    const link = [...(region.current?.querySelectorAll('tr') ?? [])].find((each) => each.dataset.domain === domain)?.querySelectorAll('a')[
      to.column
    ]
    link?.focus({ preventScroll: true })
    // Unlike the focus alone, this heeds the head and the first column, which lie over the cells.
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <section
      ref={region}
      aria-label={label}
      className="hidden max-h-[calc(100dvh-8rem)] contain-content scroll-pt-12 scroll-pl-48 overflow-auto rounded-card border border-border md:block print:max-h-none print:overflow-visible"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in by arrows is a grid (APG)
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={move}
        onFocus={(event) => enter(event.target)}
        className="board"
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Domain</th>
            {columns.map(({ id, number, label: name, meaning }) => (
              <th key={id} scope="col" title={meaning}>
                {number} {name}
              </th>
            ))}
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {withGaps(drawn, rows.length, columns.length + 2, height, (at) => {
            const row = rows[at]
            if (row === undefined) return null
            return (
              <BoardGridRow
                key={row.domain}
                row={row}
                at={at}
                isLast={at === rows.length - 1}
                columns={columns}
                of={of}
                open={openIn(row, open)}
                onOpen={onOpen}
              />
            )
          })}
        </tbody>
      </table>
      <DrawnByScript left={rows.length - drawn.length} />
    </section>
  )
})

/** The rows that are drawn, with the room that the others take between them. */
function withGaps(drawn: readonly number[], amount: number, columns: number, height: number, draw: (at: number) => ReactNode): ReactNode {
  const parts: ReactNode[] = []
  let next = 0
  for (const at of [...drawn, amount]) {
    if (at > next)
      parts.push(
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus; it only takes room
        <tr key={`gap-${next}`} className="gap" aria-hidden="true">
          <td colSpan={columns} height={(at - next) * height} />
        </tr>,
      )
    if (at < amount) parts.push(draw(at))
    next = at + 1
  }
  return parts
}

/** The links of the rows that are drawn; every cell has exactly one. */
function linksOf(region: HTMLElement | null): readonly HTMLAnchorElement[] {
  return [...(region?.querySelectorAll<HTMLAnchorElement>('tbody a') ?? [])]
}

/** Makes one link the way in by Tab. What is so already is not written again. */
function makeEntry(links: readonly HTMLAnchorElement[], entry: HTMLAnchorElement | undefined): void {
  for (const link of links) {
    const wanted = link === entry ? '0' : '-1'
    if (link.getAttribute('tabindex') !== wanted) link.setAttribute('tabindex', wanted)
  }
}

function openIn({ domain }: RowFace, open: string | null): string | null {
  return open?.startsWith(`${domain}.`) ? open : null
}
