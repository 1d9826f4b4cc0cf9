import type { BoardTab, RowFace } from '#lib/model/board.ts'
import { BOARD_COLUMNS } from './board-columns.ts'
import { csvText } from './csv-text.ts'

/** What the rows were judged on, and when. */
export interface BoardOrigin {
  readonly candidate: string
  readonly computedAt: string
}

/**
 * The board as CSV (RFC 4180): one line a domain, one column an item or layer, each cell its status and what is on top of it. Nothing is put
 * together: a skip says `skipped`. No value can act in a spreadsheet.
 */
export function boardCsv(tab: BoardTab, rows: readonly RowFace[], { candidate, computedAt }: BoardOrigin): string {
  const columns = BOARD_COLUMNS[tab]
  const head = ['candidate', 'judged_at', 'domain', 'title', 'owner', 'verdict', ...columns.map(({ id }) => id)]
  const lines = rows.map((row) => [
    candidate,
    computedAt,
    row.domain,
    row.title,
    row.owner ?? '',
    row.verdict,
    ...row.cells.map(({ status, overlays }) => [status, ...overlays].join(' + ')),
  ])
  return csvText([head, ...lines])
}
