'use client'

import { Download } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { StatusSprite } from '#components/status/status-sprite.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { saveText } from '#components/ui/save-text.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedRow } from '#lib/client/board.ts'
import { BOARD_COLUMNS } from '#lib/wording/board-columns.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { arrangeRows } from './arrange-rows.ts'
import { BoardCards } from './board-cards.tsx'
import { BOARD_SORTS, type BoardMark, type BoardPlace, type BoardSort, type JudgedBoard } from './board-filter.ts'
import { BoardGrid } from './board-grid.tsx'
import { useArrangement, useOpenCell } from './board-state.ts'
import { findCell, neighbourOf } from './cell-id.ts'
import { CountsStrip } from './counts-strip.tsx'
import { boardCsv } from './load-board-csv.ts'
import { unpackRows } from './packed-rows.ts'
import { useIsNarrow } from './use-is-narrow.ts'

const loadDrawer = () => import('./cell-drawer.tsx').then((file) => file.CellDrawer)
const CellDrawer = lazily(loadDrawer)

const SORT_LABELS: Readonly<Record<BoardSort, string>> = { open: 'Failures first', model: 'As the model has them', name: 'Name' }

/** The rows of the board with what narrows and orders them, and the open cell. The URL keeps all of it. */
export function BoardView({
  packed,
  of,
  judged,
  opened,
}: {
  /** From `packRows`. */
  packed: string
  of: BoardPlace
  judged: JudgedBoard
  /** The row of the cell that the address opens, with its reasons. */
  opened: JudgedRow | null
}) {
  const columns = BOARD_COLUMNS[of.tab]
  const rows = useMemo(() => unpackRows(packed, of.tab), [packed, of.tab])
  const [open, setOpen] = useOpenCell()
  const { text, setText, mark, setMark, sort, setSort } = useArrangement()
  const shown = useMemo(() => arrangeRows(rows, { sort, text, mark }), [rows, sort, text, mark])
  // What was pressed or typed is painted first, the many cells after it.
  const drawn = useDeferredValue(shown)
  const drawnOpen = useDeferredValue(open)
  const placed = open === null ? null : findCell(rows, open)
  const openCell = useCallback((id: string) => void setOpen(id), [setOpen])
  const stepTo = useCallback((id: string) => void setOpen(id, { history: 'replace' }), [setOpen])
  const close = useCallback(() => void setOpen(null, { history: 'replace' }), [setOpen])
  const choose = useCallback((chosen: BoardMark | null) => void setMark(chosen), [setMark])
  const isNarrow = useIsNarrow()
  const [wasOpen, setWasOpen] = useState(placed !== null)
  if (placed !== null && !wasOpen) setWasOpen(true)
  const label = of.tab === 'items' ? 'Domains by the eight items' : 'Domains by the four gate layers'
  const isNarrowed = text !== '' || mark !== null

  return (
    <div className="space-y-3">
      <StatusSprite />
      <CountsStrip rows={rows} chosen={mark} onChoose={choose} />
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <input
          type="search"
          data-search-field=""
          value={text}
          onChange={(event) => void setText(event.target.value || null)}
          aria-label="Filter by domain or owner"
          placeholder="Filter by domain or owner"
          spellCheck={false}
          className="control h-8 w-full px-2.5 text-dense sm:w-64"
        />
        <label className="flex items-center gap-2 text-dense text-muted">
          Order
          <select
            value={sort}
            onChange={(event) => void setSort(BOARD_SORTS.find((each) => each === event.target.value) ?? null)}
            className="control h-8 px-2 text-dense text-text"
          >
            {BOARD_SORTS.map((each) => (
              <option key={each} value={each}>
                {SORT_LABELS[each]}
              </option>
            ))}
          </select>
        </label>
        {isNarrowed ? (
          <Button
            look="ghost"
            onClick={() => {
              void setText(null)
              void setMark(null)
            }}
          >
            Show all
          </Button>
        ) : null}
        <p role="status" className="text-dense text-muted">
          {isNarrowed ? `${groupDigits(shown.length)} of ${count(rows.length, 'domain')} shown` : null}
        </p>
        <Button
          className="sm:ml-auto"
          onClick={() =>
            saveText(
              boardCsv(of.tab, shown, judged),
              `board-${judged.candidate.replace(/^sha256:/, '').slice(0, 7)}-${of.tab}.csv`,
              'text/csv',
            )
          }
        >
          <Download aria-hidden="true" className="size-4" />
          Export CSV
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="py-6 text-body text-muted">
          No domain{' '}
          {text === '' ? null : (
            <>
              has <VisibleText text={text} limit={60} className="font-medium text-text" /> in its name or owner
            </>
          )}
          {mark === null ? null : `${text === '' ? 'has' : ' and'} a cell that is ${mark}`}.
        </p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; what a press will need is fetched before it
        <div onPointerEnter={loadDrawer} onFocus={loadDrawer} aria-busy={drawn !== shown}>
          {isNarrow === true ? null : <BoardGrid rows={drawn} columns={columns} of={of} label={label} open={drawnOpen} onOpen={openCell} />}
          {isNarrow === false ? null : (
            <BoardCards
              rows={drawn}
              columns={columns}
              of={of}
              label={label}
              isServed={isNarrow === null}
              open={drawnOpen}
              onOpen={openCell}
            />
          )}
        </div>
      )}
      {wasOpen ? (
        <CellDrawer
          placed={placed}
          column={placed === null ? null : (columns[placed.number - 1] ?? null)}
          of={of}
          judged={judged}
          opened={opened}
          before={open === null ? null : neighbourOf(shown, open, -1)}
          after={open === null ? null : neighbourOf(shown, open, 1)}
          onStep={stepTo}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
