import { isIdentifier } from '#lib/model/identifier.ts'
import type { MapKind } from '#lib/model/map-kind.ts'
import type { OwnedPath, OwnershipRow } from '#lib/model/ownership-map.ts'
import { readableText, visibleText } from '#lib/model/visible-text.ts'
import { isPlaceholder, LINE_BREAK, plainCellText } from './cell-text.ts'
import { readDomainCell } from './domain-cell.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readPathCell } from './path-cell.ts'
import type { TableHeader } from './table-header.ts'
import { findCellOffset, splitTableRow } from './table-row.ts'

/** The longest cell that is read, in UTF-16 units. */
export const LONGEST_CELL = 16 * 1024

/** A row as it stands in its file: `text` without the marks of a quote or list, which are `indent` characters long. */
export interface WrittenRow {
  readonly kind: MapKind
  readonly line: number
  readonly indent: number
  readonly text: string
}

/** Reads one row of an ownership table; null when it owns nothing, with the reason among the faults unless the whole row is blank. */
export function readOwnershipRow(row: WrittenRow, header: TableHeader, faults: LocatedFaults): OwnershipRow | null {
  const cells = splitTableRow(row.text)
  if (cells.every((cell) => cell === '')) return null
  if (!hasReadableCells(row, cells, header, faults)) return null

  const paths = readPaths(row, cells, header, faults)
  const domain = readDomain(row, cells, header, paths.length > 0, faults)
  if (domain === null || paths.length === 0) return null
  return {
    kind: row.kind,
    file: faults.file,
    line: row.line,
    domain,
    owner: readPerson(cells[header.owner]),
    reviewers: readPeople(cells[header.reviewers]),
    consumers: header.consumers < 0 ? [] : readConsumers(row, cells, header, faults),
    paths,
    cells: readOthers(cells, header),
  }
}

function hasReadableCells(row: WrittenRow, cells: readonly string[], header: TableHeader, faults: LocatedFaults): boolean {
  const tooLong = row.text.length > LONGEST_CELL ? cells.findIndex((cell) => cell.length > LONGEST_CELL) : -1
  if (tooLong >= 0) {
    const message = `A cell has ${cells[tooLong]?.length ?? 0} characters; ${LONGEST_CELL} is the most that is read.`
    faults.error(
      'cell-too-long',
      spotOf(row, tooLong),
      message,
      'The row was left out. Write several rows, or move the text out of the table.',
    )
    return false
  }
  if (cells.length === header.width) return true

  const needed = [header.domain, ...header.paths.map(({ index }) => index)]
  const count = `The row has ${cells.length} of ${header.width} cells`
  if (cells.length < header.width) {
    if (!needed.some((index) => index >= cells.length)) {
      faults.warning('row-ragged', spotOf(row, cells.length - 1), `${count}; the missing ones count as empty.`, 'Add the missing cells.')
      return true
    }
    const hint = row.text.includes('|')
      ? 'Add the missing cells.'
      : 'If this line is not a row, put a blank line before it; if it is, separate its cells with `|`.'
    faults.error('row-ragged', spotOf(row, 0), `${count}: its domain or a path is missing, so it was left out.`, hint)
    return false
  }
  const isCut = needed.some((index) => ((cells[index] ?? '').split('`').length & 1) === 0)
  const extra = visibleText(cells.slice(header.width).join(' | '))
  if (isCut) {
    const message = `The row has ${cells.length} cells, but the table ${header.width} columns, and a code span is cut in two.`
    faults.error('row-ragged', spotOf(row, header.width), message, 'Write a pipe inside a code span as `\\|`. The row was left out.')
    return false
  }
  const message = `The row has ${cells.length} cells, but the table ${header.width} columns: \`${extra}\` was left out.`
  faults.warning(
    'row-ragged',
    spotOf(row, header.width),
    message,
    'Remove the extra cells, or write a pipe that belongs to a cell as `\\|`.',
  )
  return true
}

function readPaths(row: WrittenRow, cells: readonly string[], header: TableHeader, faults: LocatedFaults): OwnedPath[] {
  const paths: OwnedPath[] = []
  const others = header.paths.length > 1 && header.paths.some(({ index }) => !isPlaceholder(cells[index] ?? ''))
  for (const { index, column } of header.paths) {
    const cell = cells[index] ?? ''
    // With several path columns it is usual that a row fills only some.
    if (others && isPlaceholder(cell)) continue
    const read = readPathCell(cell)
    for (const pattern of read.patterns) paths.push({ column, pattern })
    for (const fault of read.faults) {
      const spot = spotOf(row, index, fault.offset)
      if (fault.severity === 'error') faults.error(fault.code, spot, fault.message, fault.hint)
      else faults.warning(fault.code, spot, fault.message, fault.hint)
    }
  }
  return paths
}

function readDomain(
  row: WrittenRow,
  cells: readonly string[],
  header: TableHeader,
  hasPaths: boolean,
  faults: LocatedFaults,
): string | null {
  const cell = readDomainCell(cells[header.domain] ?? '')
  if (cell.kind === 'domain') return cell.domain
  const spot = spotOf(row, header.domain)
  if (cell.kind === 'invalid') {
    faults.error('domain-invalid', spot, cell.message, cell.hint)
  } else if (hasPaths) {
    const message = 'The row has paths but no domain, so nobody owns them by it.'
    faults.error('cell-empty', spot, message, 'Write the id of the domain that owns them, such as `platform-billing`.')
  } else {
    faults.warning('cell-empty', spot, 'The row has neither a path nor a domain.', 'Fill in both, or remove the row.')
  }
  return null
}

function readOthers(cells: readonly string[], header: TableHeader): Record<string, string> {
  const others: Record<string, string> = {}
  for (const { index, name } of header.others) others[name] = readableText(cells[index] ?? '')
  return others
}

function readPerson(cell: string | undefined): string | null {
  if (cell === undefined || isPlaceholder(cell)) return null
  return readableText(plainCellText(cell)) || null
}

function readPeople(cell: string | undefined): string[] {
  if (cell === undefined || isPlaceholder(cell)) return []
  const names = plainCellText(cell.replace(LINE_BREAK, ',')).split(',')
  return names.map((name) => readableText(name.trim())).filter((name) => !isPlaceholder(name))
}

function readConsumers(row: WrittenRow, cells: readonly string[], header: TableHeader, faults: LocatedFaults): string[] {
  const names = plainCellText((cells[header.consumers] ?? '').replace(LINE_BREAK, ',')).split(/[\s,;]+/)
  const consumers: string[] = []
  for (const name of names) {
    if (isPlaceholder(name)) continue
    if (isIdentifier(name)) {
      if (!consumers.includes(name)) consumers.push(name)
      continue
    }
    const message = `\`${visibleText(name)}\` among the consumers is not the id of a domain and was left out.`
    faults.warning('invalid-id', spotOf(row, header.consumers), message, 'List domain ids, separated by commas, or write `none`.')
  }
  return consumers
}

function spotOf(row: WrittenRow, index: number, offset = 0): { line: number; column: number } {
  const start = findCellOffset(row.text, index)
  return { line: row.line, column: row.indent + Math.min(start + offset, Math.max(0, row.text.length - 1)) + 1 }
}
