import type { CellFace, RowFace } from '#lib/model/board.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'
import type { BoardMark, BoardSort } from './board-filter.ts'

/** How a reader asked to see the rows. */
export interface Arrangement {
  readonly sort: BoardSort
  /** In the domain's id, title, group or owner; empty for all. */
  readonly text: string
  readonly mark: BoardMark | null
}

/** The rows that were asked for, in the order that was asked for. Rows that are equal in it keep the operating model's order. */
export function arrangeRows(rows: readonly RowFace[], { sort, text, mark }: Arrangement): readonly RowFace[] {
  const wanted = text.trim().toLowerCase()
  const shown = rows.filter((row) => hasText(row, wanted) && (mark === null || row.cells.some((cell) => hasMark(cell, mark))))
  if (sort === 'name') return shown.toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
  return sort === 'model' ? shown : shown.toSorted(openFirst)
}

/** How many cells bear each mark. */
export function countMarks(rows: readonly RowFace[]): ReadonlyMap<BoardMark, number> {
  const counts = new Map<BoardMark, number>()
  for (const { status, overlays } of rows.flatMap((row) => row.cells))
    for (const mark of [status, ...overlays]) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}

/** How many of a row's cells are not satisfied. */
export function countOpen({ cells }: Pick<RowFace, 'cells'>): number {
  return cells.filter(({ status }) => status !== 'passed').length
}

function hasText({ domain, title, group, owner }: RowFace, wanted: string): boolean {
  return `${domain}\n${title}\n${group ?? ''}\n${owner ?? ''}`.toLowerCase().includes(wanted)
}

function hasMark({ status, overlays }: CellFace, mark: BoardMark): boolean {
  return status === mark || overlays.some((overlay) => overlay === mark)
}

function openFirst(a: RowFace, b: RowFace): number {
  return eligibleLast(a) - eligibleLast(b) || worst(a) - worst(b) || countOpen(b) - countOpen(a)
}

function eligibleLast({ verdict }: RowFace): number {
  return verdict === 'eligible' ? 1 : 0
}

function worst({ cells }: RowFace): number {
  return Math.min(...cells.map(({ status }) => WORST_FIRST.indexOf(status)))
}
