'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, buttonLook } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedRow } from '#lib/client/board.ts'
import { KEYS, readPreference } from '#lib/client/preference.ts'
import { Queries } from '#lib/client/queries.tsx'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { domainHref, itemHref } from '#lib/wording/href.ts'
import type { BoardPlace, JudgedBoard } from './board-filter.ts'
import type { PlacedCell } from './cell-id.ts'
import { CellReasons } from './cell-reasons.tsx'

/** Why a cell has its status, who can move it, and what to run. `[` and `]` go to its neighbours; Esc gives the focus back to it. */
export function CellDrawer({
  placed,
  column,
  of,
  judged,
  opened,
  onStep,
  before,
  after,
  onClose,
}: {
  /** Null when no cell is open. */
  placed: PlacedCell | null
  column: BoardColumn | null
  of: BoardPlace
  judged: JudgedBoard
  /** The row whose reasons came with the page. */
  opened: JudgedRow | null
  onStep: (id: string) => void
  before: string | null
  after: string | null
  onClose: () => void
}) {
  // What was open last stays drawn while the drawer goes, and gets the focus then.
  const [shown, setShown] = useState<{ readonly placed: PlacedCell; readonly column: BoardColumn } | null>(null)
  if (placed !== null && column !== null && (shown?.placed.cell !== placed.cell || shown.column !== column)) setShown({ placed, column })
  const isOpen = placed !== null && column !== null

  useEffect(() => {
    if (!isOpen) return
    function act(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || readPreference(KEYS) === 'off') return
      const to = event.key === '[' ? before : event.key === ']' ? after : null
      if (event.key === 'y') void copyText(window.location.href)
      if (to !== null) onStep(to)
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [isOpen, before, after, onStep])

  if (shown === null) return null
  const { row, cell, number } = shown.placed
  const item = ELIGIBILITY_ITEMS.find((id) => id === cell.id)
  const page = item === undefined ? domainHref(row.domain, 'lane', { ...of, at: cell.id }) : itemHref(row.domain, item, of)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      place="right"
      finalFocus={() => cellElement(row.domain, number)}
      title={
        <>
          <VisibleText text={row.title} limit={60} /> · {number} {shown.column.label}
        </>
      }
      actions={
        <>
          <Button
            look="ghost"
            size="icon"
            disabled={before === null}
            onClick={() => before !== null && onStep(before)}
            aria-label="Previous cell"
            title="Previous cell  ["
          >
            <ChevronLeft aria-hidden="true" className="size-4" />
          </Button>
          <Button
            look="ghost"
            size="icon"
            disabled={after === null}
            onClick={() => after !== null && onStep(after)}
            aria-label="Next cell"
            title="Next cell  ]"
          >
            <ChevronRight aria-hidden="true" className="size-4" />
          </Button>
        </>
      }
    >
      <Queries>
        <CellReasons
          key={`${row.domain}.${number}`}
          row={row}
          cell={cell}
          column={shown.column}
          of={of}
          judged={judged}
          opened={opened?.row.domain === row.domain ? opened : null}
        />
      </Queries>
      <div className="flex flex-wrap gap-2 border-border border-t p-3">
        <PageLink href={page} className={buttonLook()}>
          Open as page
        </PageLink>
        <CopyButton look="secondary" text={() => window.location.href} label="Copy link">
          Copy link
        </CopyButton>
      </div>
    </Dialog>
  )
}

/** The cell in the grid or in the cards, whichever is seen. */
function cellElement(domain: string, number: number): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-domain]')].filter((each) => each.dataset.domain === domain)
  const cells = rows.flatMap((row) => [...row.querySelectorAll<HTMLElement>(`[data-n="${number}"]`)])
  return cells.find((each) => each.offsetParent !== null) ?? null
}
