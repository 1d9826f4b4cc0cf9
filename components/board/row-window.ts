/** Rows from `from` up to, and without, `to`. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** A board of so many rows is drawn whole; of a longer one only what is near is drawn. */
export const DRAWN_WHOLE = 60

/** A board of so many rows the server draws whole. */
export const SERVED_WHOLE = 16

/** Of a longer one it draws the beginning; the browser draws the rest from the page's own data. */
const SERVED_FIRST = 2

/** How many of `amount` rows the server draws. */
export function servedRows(amount: number): number {
  return amount <= SERVED_WHOLE ? amount : SERVED_FIRST
}

/** Rows are drawn in blocks, so that a scroll of a few pixels draws nothing. */
const BLOCK = 4

/** What is seen of a board, in rows, to the next block. */
export interface Seen {
  readonly top: number
  readonly height: number
}

/** What is seen when the board was scrolled by `top` and the window is `height`, both in rows. */
export function rowsSeen(top: number, height: number): Seen {
  return { top: Math.floor(Math.max(0, top) / BLOCK) * BLOCK, height: Math.ceil(height / BLOCK + 1) * BLOCK }
}

/** The rows to be drawn of `amount`: those that are seen to the next block, and a block before them. */
export function rowWindow(amount: number, { top, height }: Seen): RowRange {
  if (amount <= DRAWN_WHOLE) return { from: 0, to: amount }
  const first = Math.max(0, Math.min(top, amount - height))
  return { from: Math.max(0, first - BLOCK), to: Math.min(amount, Math.max(first, top) + height) }
}

/** The numbers of the rows that are drawn, in order: those of a range, and one that must stay because it has the focus. */
export function drawnRows({ from, to }: RowRange, kept: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
  if (kept < 0 || (kept >= from && kept < to)) return rows
  return kept < from ? [kept, ...rows] : [...rows, kept]
}
