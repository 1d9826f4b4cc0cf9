import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { MapKind } from '#lib/model/map-kind.ts'
import type { OwnershipMap, OwnershipRow } from '#lib/model/ownership-map.ts'
import { collectFaults, type LocatedFaults } from './located-faults.ts'
import { splitMapLines } from './map-limits.ts'
import { findMarkdownBlocks, type TableBlock } from './markdown-blocks.ts'
import { readOwnershipRow } from './ownership-row.ts'
import { isOwnershipHeader, readTableHeader, type TableHeader } from './table-header.ts'
import { splitTableRow } from './table-row.ts'
import { createTableWatch } from './table-watch.ts'
import { readTextFile } from './text-file.ts'

/** The most bytes, rows and paths (alternatives of patterns) of a map that are read. */
export const LARGEST_MAP = 8 * 1024 * 1024
export const MOST_ROWS = 50_000
export const MOST_PATHS = 200_000

const NESTING_MARKS = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/

/**
 * Reads an ownership map (contract 2.1): every GitHub-flavoured table whose header has `Domain` and a path column. `bytes` is null when
 * there is no such file. Whatever of a table is not read is located; one error makes the map faulty, for then it may lack rows.
 */
export function readOwnershipMap(
  kind: MapKind,
  file: string,
  bytes: Uint8Array | null,
): { readonly map: OwnershipMap; readonly diagnostics: readonly Diagnostic[] } {
  const faults = collectFaults(file)
  if (bytes === null) {
    const message = `There is no ${kind} ownership map here.`
    faults.warning('file-absent', { line: 1 }, message, 'Files that only it would own are unmapped. `lanekeeper init` writes a first one.')
    return { map: { kind, file, state: 'absent', rows: [] }, diagnostics: faults.diagnostics() }
  }
  const text = readTextFile(bytes, LARGEST_MAP, faults)
  const rows = text === null ? [] : readTables(kind, text, faults)
  if (text !== null && rows.length === 0) {
    const hint = 'Add a table with the columns `Path`, `Domain` and `Owner`. Until then the map owns nothing.'
    faults.warning('map-empty', { line: 1 }, 'No row of this file gives a path to a domain.', hint)
  }
  return { map: { kind, file, state: faults.hasError() ? 'faulty' : 'read', rows }, diagnostics: faults.diagnostics() }
}

function readTables(kind: MapKind, text: string, faults: LocatedFaults): OwnershipRow[] {
  const lines = splitMapLines(text, faults)
  if (lines === null) return []
  const rows: OwnershipRow[] = []
  const watch = createTableWatch(lines, faults)
  let paths = 0
  for (const block of findMarkdownBlocks(lines.join('\n'))) {
    if (block.kind !== 'table') {
      watch.seeOther(block)
      continue
    }
    const header = readTableHeader(splitTableRow(rowText(lines, block, block.line)))
    watch.seeTable(block, header)
    if (!isOwnershipHeader(header) || header.secondDomain >= 0) continue
    for (const line of block.rows) {
      const row = readLine(kind, lines, block, line, header, faults)
      if (row === null) continue
      paths += row.paths.reduce((sum, { pattern }) => sum + pattern.alternatives.length, 0)
      if (rows.length >= MOST_ROWS || paths > MOST_PATHS) {
        const message = `The map has more than ${MOST_ROWS} rows or ${MOST_PATHS} paths; the rows from here on were not read.`
        faults.error('too-many-rows', { line }, message, 'Name folders instead of single files.')
        return rows
      }
      rows.push(row)
    }
  }
  return rows
}

function readLine(
  kind: MapKind,
  lines: readonly string[],
  table: TableBlock,
  line: number,
  header: TableHeader,
  faults: LocatedFaults,
): OwnershipRow | null {
  const text = rowText(lines, table, line)
  return readOwnershipRow({ kind, line, indent: (lines[line - 1] ?? '').length - text.length, text }, header, faults)
}

function rowText(lines: readonly string[], table: TableBlock, line: number): string {
  const text = lines[line - 1] ?? ''
  return table.nested ? text.replace(NESTING_MARKS, '') : text
}
