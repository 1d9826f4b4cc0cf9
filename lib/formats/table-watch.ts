import { visibleText } from '#lib/model/visible-text.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { MarkdownBlock, TableBlock } from './markdown-blocks.ts'
import { isOwnershipHeader, readTableHeader, type TableHeader } from './table-header.ts'
import { hasCellBorder, splitTableRow } from './table-row.ts'

/** Sees every block of a map in order and reports the rows and tables that Markdown's own rules would lose without a word. */
export interface TableWatch {
  seeTable(table: TableBlock, header: TableHeader): void
  seeOther(block: Exclude<MarkdownBlock, TableBlock>): void
}

/** A watch over the lines of one map. */
export function createTableWatch(lines: readonly string[], faults: LocatedFaults): TableWatch {
  /** The table above: its width when it counts, 0 when it does not; null before the first. */
  let above: { readonly width: number; readonly end: number } | null = null
  /** The width of the last table that counts; 0 before the first. */
  let counted = 0
  const reported = new Set<number>()

  function report(line: number, message: string, hint: string): void {
    if (reported.has(line)) return
    reported.add(line)
    faults.error('table-malformed', { line }, message, hint)
  }

  function seeTable(table: TableBlock, header: TableHeader): void {
    const counts = isOwnershipHeader(header)
    if (!counts && header.domain < 0 && header.paths.length === 0) seeRowAsHeader(table)
    if (counts) counted = header.width
    else seeHeaderAmongRows(table)
    above = { width: counts ? header.width : 0, end: table.end }
    if (header.secondDomain >= 0) {
      report(table.line, 'The table has two `Domain` columns.', 'Keep one; name the other for what it says, such as `Consumers`.')
    } else if (!counts && header.domain >= 0) {
      const hint = 'If it gives paths to domains, name the column `Path`. Otherwise nothing is needed.'
      faults.warning('table-not-counted', { line: table.line }, 'The table has a `Domain` but no path column, so it does not count.', hint)
    } else if (!counts && header.paths.length > 0) {
      const hint = 'If it gives paths to domains, add a `Domain` column. Otherwise nothing is needed.'
      faults.warning('table-not-counted', { line: table.line }, 'The table has a path but no `Domain` column, so it does not count.', hint)
    }
    const next = lines[table.end - 1] ?? ''
    if (counts && hasCellBorder(next)) {
      report(
        table.end,
        'The table ends before this line, so it is not a row.',
        'Write it as a row: no list, quote, heading or HTML mark and at most 3 spaces before it.',
      )
    }
  }

  /** A delimiter row in the middle of a table makes a header of the row above it, and of the rows below it a table that does not count. */
  function seeRowAsHeader(table: TableBlock): void {
    const text = lines[table.line - 1] ?? ''
    const cells = splitTableRow(text)
    if (counted === 0 || cells.length !== counted || !cells.some((cell) => /[/*]/.test(cell))) return
    const message = `This line reads like a row, but the line below it makes it the header of another table: \`${visibleText(text, 60)}\`.`
    report(table.line, message, 'Remove the delimiter row below it and what separates it from its table, or give it a header of its own.')
  }

  /** The header of an ownership table that stands as a row in another table: then all rows below it stand there too. */
  function seeHeaderAmongRows(table: TableBlock): void {
    const line = table.rows.find((row) => {
      const text = lines[row - 1] ?? ''
      return /domain/i.test(text) && isOwnershipHeader(readTableHeader(splitTableRow(text).slice(0, 100)))
    })
    if (line === undefined) return
    const message = 'This reads like the header of an ownership table, but it stands as a row in the table above.'
    report(line, message, 'Put a blank line before it, or remove the header and delimiter row of the table above.')
  }

  function seeText(line: number, texts: readonly string[]): void {
    for (const [index, text] of texts.entries()) {
      if (!text.includes('|')) continue
      const at = line + index
      const cells = splitTableRow(text)
      if (isOwnershipHeader(readTableHeader(cells.slice(0, 100)))) {
        const message = 'This reads like the header of an ownership table, but no table follows.'
        report(
          at,
          message,
          `Write a delimiter row with ${cells.length} columns below it: \`|${'---|'.repeat(Math.min(cells.length, 8))}\`.`,
        )
        return
      }
      if (readsLikeRow(text, line)) {
        const message = `This line reads like a row but belongs to no table: \`${visibleText(text, 60)}\`.`
        report(at, message, 'Remove what separates it from its table, such as a blank line, or give it a header of its own.')
        return
      }
    }
  }

  /** True for a line that begins with a pipe, or has as many cells as the table directly above the block that begins at `line`. */
  function readsLikeRow(text: string, line: number): boolean {
    if (!text.includes('|') || above?.width === 0) return false
    const cells = splitTableRow(text)
    if (text.trimStart().startsWith('|')) return cells.length > 1
    return above !== null && above.width === cells.length && isDirectlyBelow(above.end, line) && hasCellBorder(text)
  }

  function isDirectlyBelow(end: number, line: number): boolean {
    for (let at = end; at < line; at++) if ((lines[at - 1] ?? '').trim() !== '') return false
    return line >= end
  }

  function seeOther(block: Exclude<MarkdownBlock, TableBlock>): void {
    if (block.kind === 'text') {
      seeText(block.line, block.lines)
    } else if (block.kind === 'too-deep') {
      const hidden = lines.slice(block.line - 1, block.end - 1).some((text) => text.includes('|'))
      if (hidden) report(block.line, 'Quotes or lists are nested too deeply here to be read.', 'Move the table out of them.')
    } else if (!block.closed) {
      seeUnclosed(block.kind, block.line, block.lines)
    } else if (block.kind === 'html' || block.kind === 'code') {
      seeWithheld(block.kind, block.line, block.lines)
    }
  }

  /** HTML blocks and indented code hide tables without being meant to, as fences and comments are. */
  function seeWithheld(kind: 'html' | 'code', line: number, withheld: readonly string[]): void {
    const what = kind === 'html' ? 'an HTML block' : 'indented code'
    const hint = kind === 'html' ? 'Put a blank line between HTML and Markdown.' : 'Indent the table by at most 3 spaces.'
    const header = withheld.findIndex(namesDomain)
    const row = withheld.findIndex((text) => readsLikeRow(text, line))
    if (header >= 0) {
      const message = `Text with a \`Domain\` column stands in ${what}, where no table counts.`
      faults.warning('table-not-counted', { line: line + header }, message, hint)
    } else if (row >= 0) {
      report(line + row, `This row stands in ${what}, where it belongs to no table.`, hint)
    }
  }

  function seeUnclosed(kind: 'fence' | 'comment' | 'html' | 'code', line: number, hidden: readonly string[]): void {
    if (!hidden.some((text) => text.includes('|'))) return
    if (kind === 'fence') {
      const hint = 'Close it with the same marks on a line of their own.'
      faults.error('code-fence-unclosed', { line }, 'Nothing closes the code fence, which hides the table rows below it.', hint)
    } else {
      const what = kind === 'comment' ? 'comment' : 'HTML block'
      const hint = kind === 'comment' ? 'Close it with `-->`.' : 'Close it with its end tag.'
      faults.error('comment-unclosed', { line }, `Nothing closes the ${what}, which hides the table rows below it.`, hint)
    }
  }

  return { seeTable, seeOther }
}

function namesDomain(text: string): boolean {
  if (text.includes('|')) return readTableHeader(splitTableRow(text).slice(0, 100)).domain >= 0
  const tag = text.toLowerCase()
  return tag.includes('<th') && tag.includes('domain')
}
