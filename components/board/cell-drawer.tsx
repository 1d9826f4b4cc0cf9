'use client'

import { useState } from 'react'
import { StepDrawer } from '#components/shell/step-drawer.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedRow } from '#lib/client/board.ts'
import { Queries } from '#lib/client/queries.tsx'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { domainHref, itemHref, newExceptionHref } from '#lib/wording/href.ts'
import type { BoardPlace, JudgedBoard } from './board-filter.ts'
import type { PlacedCell } from './cell-id.ts'
import { CellReasons } from './cell-reasons.tsx'

/** Why a cell has its status, who can move it, and what to run. Esc gives the focus back to it. */
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

  if (shown === null) return null
  const { row, cell, number } = shown.placed
  const item = ELIGIBILITY_ITEMS.find((id) => id === cell.id)
  const page = item === undefined ? domainHref(row.domain, 'lane', { ...of, at: cell.id }) : itemHref(row.domain, item, of)
  return (
    <StepDrawer
      open={isOpen}
      one="cell"
      finalFocus={() => cellElement(row.domain, number)}
      title={
        <>
          <VisibleText text={row.title} limit={60} /> · {number} {shown.column.label}
        </>
      }
      before={before}
      after={after}
      onStep={onStep}
      onClose={onClose}
      links={
        <>
          {of.tab === 'layers' && cell.status !== 'passed' && cell.status !== 'not-applicable' ? (
            <PageLink href={newExceptionHref({ ...of, domain: row.domain, layer: cell.id })} className={buttonLook()}>
              Ask for an exception
            </PageLink>
          ) : null}
          <PageLink href={page} className={buttonLook()}>
            Open as page
          </PageLink>
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
    </StepDrawer>
  )
}

/** The cell in the grid or in the cards, whichever is seen. */
function cellElement(domain: string, number: number): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-domain]')].filter((each) => each.dataset.domain === domain)
  const cells = rows.flatMap((row) => [...row.querySelectorAll<HTMLElement>(`[data-n="${number}"]`)])
  return cells.find((each) => each.offsetParent !== null) ?? null
}
