'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { Button, buttonLook } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { KEYS, readPreference } from '#lib/client/preference.ts'
import { MOST_REASONS } from '#lib/rules/board/layer-cells.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { domainHref, gateHref } from '#lib/wording/href.ts'
import { OVERLAY_WORDING } from '#lib/wording/overlay.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import type { BoardPlace } from './board-filter.ts'
import { cellId, type PlacedCell } from './cell-id.ts'

/** Why a cell has its status, who can move it, and what to run. `[` and `]` go to its neighbours; Esc gives the focus back to it. */
export function CellDrawer({
  placed,
  column,
  of,
  onStep,
  before,
  after,
  onClose,
}: {
  /** Null when no cell is open. */
  placed: PlacedCell | null
  column: BoardColumn | null
  of: BoardPlace
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
  const page =
    of.tab === 'items'
      ? domainHref(row.domain, 'eligibility', { ...of, at: cell.id })
      : domainHref(row.domain, 'lane', { ...of, at: cell.id })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      place="right"
      finalFocus={() => cellElement(cellId(row.domain, number))}
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
      <div key={cellId(row.domain, number)} className="min-h-0 flex-1 space-y-4 overflow-y-auto p-4">
        <div role="status" className="space-y-1.5">
          <StatusChip status={cell.status} overlays={cell.overlays} note={cell.note} />
          <p className="text-dense text-muted">{STATUS_WORDING[cell.status].meaning}</p>
          {cell.overlays.map((overlay) => (
            <p key={overlay} className="text-dense text-muted">
              <span className="font-medium text-text">{OVERLAY_WORDING[overlay].label}:</span> {OVERLAY_WORDING[overlay].meaning}
            </p>
          ))}
        </div>
        <p className="text-body">
          <span className="text-muted">Asked: </span>
          {shown.column.meaning}
        </p>
        <ReasonList reasons={cell.reasons} label="Reasons" gateHref={(gate) => gateHref(gate, row.domain, of)} />
        {cell.reasons.length < MOST_REASONS ? null : (
          <p className="text-dense text-muted">The board names the first few; the page has all.</p>
        )}
      </div>
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
function cellElement(id: string): HTMLElement | null {
  const found = [...document.querySelectorAll<HTMLElement>('[data-cell]')].filter((each) => each.dataset.cell === id)
  return found.find((each) => each.offsetParent !== null) ?? null
}
