import type { CellFace } from '#lib/model/board.ts'
import type { BoardColumn } from '#lib/wording/board-columns.ts'
import { statusText } from '#lib/wording/status-text.ts'

/** A cell in words, for whoever does not see where it stands: `Billing, 6 Consumer smokes: Failed, debt owed. 1 of 3 passed`. */
export function cellName(title: string, { number, label }: BoardColumn, { status, overlays, note }: CellFace): string {
  return `${title}, ${number} ${label}: ${statusText(status, overlays)}${note === '' ? '' : `. ${note}`}`
}
