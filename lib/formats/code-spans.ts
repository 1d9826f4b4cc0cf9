/** The text between two equal runs of backticks, and its offset in the cell. */
export interface CodeSpan {
  readonly text: string
  readonly offset: number
}

export interface CodeSpans {
  readonly spans: readonly CodeSpan[]
  /** Everything outside the spans, each span replaced by a space. */
  readonly around: string
  /** True when a run of backticks has no partner. */
  readonly unclosed: boolean
}

/** Finds the code spans of a cell as CommonMark does: a run of backticks closes at the next run of the same length. Linear in the cell. */
export function findCodeSpans(cell: string): CodeSpans {
  const runs = Array.from(cell.matchAll(/`+/g), (match) => ({ offset: match.index, length: match[0].length }))
  const partners = findPartners(runs.map((run) => run.length))
  const spans: CodeSpan[] = []
  let around = ''
  let from = 0
  let unclosed = false
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index]
    const close = runs[partners[index] ?? -1]
    if (open === undefined || close === undefined) {
      unclosed = true
      continue
    }
    const start = open.offset + open.length
    const text = cell.slice(start, close.offset)
    spans.push({ text: text.trim(), offset: start + (text.length - text.trimStart().length) })
    around += `${cell.slice(from, open.offset)} `
    from = close.offset + close.length
    index = partners[index] ?? index
  }
  return { spans, around: around + cell.slice(from), unclosed }
}

/** For each run the index of the next run of the same length, or -1. */
function findPartners(lengths: readonly number[]): number[] {
  const next = new Map<number, number>()
  const partners = new Array<number>(lengths.length).fill(-1)
  for (let index = lengths.length - 1; index >= 0; index--) {
    const length = lengths[index] ?? 0
    partners[index] = next.get(length) ?? -1
    next.set(length, index)
  }
  return partners
}
