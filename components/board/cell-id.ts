import type { BoardCell, BoardRow } from '#lib/model/board.ts'

/** A cell of the board where it stands. */
export interface PlacedCell {
  readonly row: BoardRow
  readonly cell: BoardCell
  /** The column, counted from 1. */
  readonly number: number
}

/** What the address calls a cell: `platform-billing.6`. */
export function cellId(domain: string, number: number): string {
  return `${domain}.${number}`
}

/** The cell that the address names; null when the board has none of that name. A domain's id may have dots in it: the last one counts. */
export function findCell(rows: readonly BoardRow[], id: string): PlacedCell | null {
  const [, domain, digits] = /^(.+)\.([1-9]\d?)$/s.exec(id) ?? []
  const row = rows.find((each) => each.domain === domain)
  const number = Number(digits)
  const cell = row?.cells[number - 1]
  return row === undefined || cell === undefined ? null : { row, cell, number }
}

/** The id of the cell before (-1) or after (1) another, along the rows; null at the ends, and for a cell that is not among the rows. */
export function neighbourOf(rows: readonly BoardRow[], id: string, step: -1 | 1): string | null {
  const ids = rows.flatMap(({ domain, cells }) => cells.map((_, at) => cellId(domain, at + 1)))
  const at = ids.indexOf(id)
  return at === -1 ? null : (ids[at + step] ?? null)
}
