import type { CellFace, RowFace } from '#lib/model/board.ts'

/** A cell of the board where it stands. */
export interface PlacedCell {
  readonly row: RowFace
  readonly cell: CellFace
  /** The column, counted from 1. */
  readonly number: number
}

/** What the address calls a cell: `platform-billing.6`. */
export function cellId(domain: string, number: number): string {
  return `${domain}.${number}`
}

/** The cell that the address names; null when the board has none of that name. A domain's id may have dots in it: the last one counts. */
export function findCell(rows: readonly RowFace[], id: string): PlacedCell | null {
  const asked = readCellId(id)
  const row = rows.find((each) => each.domain === asked?.domain)
  const cell = row?.cells[(asked?.number ?? 0) - 1]
  return asked === null || row === undefined || cell === undefined ? null : { row, cell, number: asked.number }
}

/** The domain and the column of a cell's id, whatever the board has; null for a text that is no such id. */
export function readCellId(id: string): { readonly domain: string; readonly number: number } | null {
  const [, domain, digits] = /^(.+)\.([1-9]\d?)$/s.exec(id) ?? []
  return domain === undefined ? null : { domain, number: Number(digits) }
}

/** The id of the cell before (-1) or after (1) another, along the rows; null at the ends, and for a cell that is not among the rows. */
export function neighbourOf(rows: readonly RowFace[], id: string, step: -1 | 1): string | null {
  const asked = readCellId(id)
  const row = rows.findIndex(({ domain }) => domain === asked?.domain)
  const columns = rows[row]?.cells.length ?? 0
  if (asked === null || asked.number > columns) return null
  const place = row * columns + asked.number - 1 + step
  const domain = rows[Math.floor(place / columns)]?.domain
  return domain === undefined ? null : cellId(domain, (place % columns) + 1)
}
