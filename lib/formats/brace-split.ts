/** A piece of a cell, trimmed, and its offset in it. */
export interface CellPart {
  readonly text: string
  readonly offset: number
}

const SEPARATOR = /[{},]|<br ?\/?>/gi

/** Splits a cell at `<br>` and at every comma outside braces. */
export function splitOutsideBraces(cell: string): CellPart[] {
  const parts: CellPart[] = []
  let from = 0
  let depth = 0
  function cut(to: number): void {
    const text = cell.slice(from, to)
    parts.push({ text: text.trim(), offset: from + (text.length - text.trimStart().length) })
  }
  for (const { 0: mark, index } of cell.matchAll(SEPARATOR)) {
    if (mark === '{') depth++
    else if (mark === '}') depth = Math.max(0, depth - 1)
    else if (mark !== ',' || depth === 0) {
      cut(index)
      from = index + mark.length
      depth = 0
    }
  }
  cut(cell.length)
  return parts
}
