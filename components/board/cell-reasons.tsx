'use client'

import { useQuery } from '@tanstack/react-query'
import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { boardRowQuery, type JudgedRow } from '#lib/client/board.ts'
import { faultOf } from '#lib/client/request.ts'
import type { CellFace, RowFace } from '#lib/model/board.ts'
import { MOST_REASONS } from '#lib/rules/board/layer-cells.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { gateHref } from '#lib/wording/href.ts'
import { OVERLAY_WORDING } from '#lib/wording/overlay.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { statusText } from '#lib/wording/status-text.ts'
import type { BoardPlace, JudgedBoard } from './board-filter.ts'

/**
 * What is known of a cell: its status, what was asked, and every reason with who can move it and what to run. The reasons are asked for when
 * a cell is opened; where more was recorded meanwhile, what holds now is shown, and that the board is older.
 */
export function CellReasons({
  row,
  cell,
  column,
  of,
  judged,
  opened,
}: {
  row: RowFace
  /** As the board shows it. */
  cell: CellFace
  column: BoardColumn
  of: BoardPlace
  judged: JudgedBoard
  /** The row with its reasons where it came with the page. */
  opened: JudgedRow | null
}) {
  const { data, isPending, error, refetch } = useQuery({
    ...boardRowQuery({
      repository: of.repository ?? null,
      contentId: judged.candidate,
      tab: of.tab,
      domain: row.domain,
      sequence: judged.sequence,
    }),
    ...(opened === null ? {} : { initialData: opened }),
  })
  const found = data?.row.cells[column.number - 1]
  const { status, overlays, note } = found ?? cell
  const isOlder = found !== undefined && statusText(found.status, found.overlays) !== statusText(cell.status, cell.overlays)

  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-4">
      <div role="status" className="space-y-1.5">
        <StatusChip status={status} overlays={overlays} note={note} />
        <p className="text-dense text-muted">{STATUS_WORDING[status].meaning}</p>
        {overlays.map((overlay) => (
          <p key={overlay} className="text-dense text-muted">
            <span className="font-medium text-text">{OVERLAY_WORDING[overlay].label}:</span> {OVERLAY_WORDING[overlay].meaning}
          </p>
        ))}
        {isOlder ? (
          <p className="text-dense">
            The board was judged earlier and shows <b className="font-semibold">{statusText(cell.status, cell.overlays)}</b>; “Judge again”
            brings it up to date.
          </p>
        ) : null}
      </div>
      <p className="text-body">
        <span className="text-muted">Asked: </span>
        {column.meaning}
      </p>
      {error !== null ? (
        <Callout tone="danger" title="The reasons could not be asked for">
          <p className="text-dense">
            <VisibleText text={faultOf(error).detail} limit={400} />
          </p>
          <Button size="compact" onClick={() => void refetch()}>
            Ask again
          </Button>
        </Callout>
      ) : isPending ? (
        <p className="after-a-moment text-dense text-muted">Asking why…</p>
      ) : found === undefined ? (
        <p className="text-dense text-muted">
          The model has changed since: it has no such point any more. “Judge again” shows what there is.
        </p>
      ) : (
        <>
          <ReasonList reasons={found.reasons} label="Reasons" gateHref={(gate) => gateHref(gate, row.domain, of)} />
          {found.reasons.length < MOST_REASONS ? null : (
            <p className="text-dense text-muted">The board names the first few; the page has all.</p>
          )}
        </>
      )}
    </div>
  )
}
