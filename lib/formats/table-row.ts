const UNESCAPED_PIPE = /(?<!\\)\|/

/**
 * The cells of a table row, trimmed. A pipe at either end is only a border; `\|` is a pipe of the cell, also inside a code span
 * (GitHub-flavoured Markdown, "Tables").
 */
export function splitTableRow(row: string): string[] {
  const text = row.trim()
  const cells = text.includes('\\') ? text.split(UNESCAPED_PIPE) : text.split('|')
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '') cells.pop()
  for (let index = 0; index < cells.length; index++) {
    const cell = (cells[index] ?? '').trim()
    cells[index] = cell.includes('\\|') ? cell.replaceAll('\\|', '|') : cell
  }
  return cells
}

/** The offset of a cell's first character in its row, counted from 0. */
export function findCellOffset(row: string, index: number): number {
  const pieces = row.split(UNESCAPED_PIPE)
  let skip = (pieces[0] ?? '').trim() === '' ? index + 1 : index
  let offset = 0
  for (const piece of pieces) {
    if (skip === 0) return offset + (piece.length - piece.trimStart().length)
    offset += piece.length + 1
    skip--
  }
  return Math.max(0, row.trimEnd().length - 1)
}

/** True when a line holds a pipe that is neither escaped nor inside a code span. */
export function hasCellBorder(line: string): boolean {
  return line.includes('|') && UNESCAPED_PIPE.test(line.replace(/`[^`]*`/g, ''))
}
