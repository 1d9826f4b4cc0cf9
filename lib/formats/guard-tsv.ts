import type { GuardAllowedDebt, GuardBaselineEntry } from '#lib/model/guard.ts'
import { readableText, visibleText } from '#lib/model/visible-text.ts'
import { isCalendarDate } from './calendar-date.ts'
import type { LocatedFaults } from './located-faults.ts'
import { countLineBreaks, readTextFile } from './text-file.ts'

/** The most bytes and lines of a guard file that are read. */
export const LARGEST_GUARD_FILE = 8 * 1024 * 1024
export const MOST_GUARD_LINES = 200_000

/** The columns of `guard-fingerprint-baseline.tsv` and `guard-allowed-debt.tsv`, in this order (contract 2.3). */
export const BASELINE_COLUMNS = ['fingerprint', 'guard', 'rule', 'path', 'first_seen'] as const
export const ALLOWED_DEBT_COLUMNS = ['fingerprint', 'owner', 'reason', 'expires', 'fairway_task'] as const

/** Reads the baseline of known guard findings. A line that cannot be read is left out with an error, so its finding counts as new. */
export function parseGuardBaseline(bytes: Uint8Array, faults: LocatedFaults): readonly GuardBaselineEntry[] {
  return readTsv(bytes, BASELINE_COLUMNS, 'first_seen', faults).map(({ line, cells }) => {
    const [fingerprint = '', guard = '', rule = '', path = '', firstSeen = ''] = cells
    return { file: faults.file, line, fingerprint, guard, rule, path, firstSeen }
  })
}

/** Reads the allowed debt. A line that cannot be read is left out with an error, so its finding is not tolerated. */
export function parseGuardAllowedDebt(bytes: Uint8Array, faults: LocatedFaults): readonly GuardAllowedDebt[] {
  return readTsv(bytes, ALLOWED_DEBT_COLUMNS, 'expires', faults).map(({ line, cells }) => {
    const [fingerprint = '', owner = '', reason = '', expires = '', fairwayTask = ''] = cells
    return { file: faults.file, line, fingerprint, owner: readableText(owner), reason: readableText(reason), expires, fairwayTask }
  })
}

interface TsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

function readTsv(bytes: Uint8Array, columns: readonly string[], dateColumn: string, faults: LocatedFaults): TsvRow[] {
  const text = readTextFile(bytes, LARGEST_GUARD_FILE, faults)
  if (text === null) return []
  if (countLineBreaks(text, MOST_GUARD_LINES) > MOST_GUARD_LINES) {
    const message = `The file has more than ${MOST_GUARD_LINES} lines, which is the most that is read.`
    const hint = 'Nothing of it was read. A baseline may only shrink: bring its findings down.'
    faults.error('too-many-rows', { line: MOST_GUARD_LINES + 1 }, message, hint)
    return []
  }
  const lines = text.split(/\r?\n/)
  const header = (lines[0] ?? '').split('\t').map((cell) => cell.trim())
  if (header.join('\t') !== columns.join('\t')) {
    const message = `The header line is \`${visibleText(header.join(' '), 120)}\`.`
    faults.error(
      'tsv-header',
      { line: 1 },
      message,
      `Nothing of the file was read. Write these columns, separated by tabs: \`${columns.join(' ')}\`.`,
    )
    return []
  }
  const rows: TsvRow[] = []
  const seen = new Map<string, number>()
  for (let index = 1; index < lines.length; index++) {
    if ((lines[index] ?? '').trim() === '') continue
    const row = readRow(lines[index] ?? '', index + 1, columns, dateColumn, faults)
    if (row === null) continue
    const fingerprint = row.cells[0] ?? ''
    const earlier = seen.get(fingerprint)
    if (earlier !== undefined) {
      const message = `The fingerprint \`${visibleText(fingerprint)}\` stands here and in line ${earlier}.`
      faults.error('duplicate-id', { line: row.line }, message, 'Keep one of the two lines; the first one counts.')
      continue
    }
    seen.set(fingerprint, row.line)
    rows.push(row)
  }
  return rows
}

function readRow(text: string, line: number, columns: readonly string[], dateColumn: string, faults: LocatedFaults): TsvRow | null {
  const cells = text.split('\t').map((cell) => cell.trim())
  if (cells.length !== columns.length) {
    const message = `The line has ${cells.length} cells, the header ${columns.length}.`
    faults.error('tsv-row', { line }, message, 'It was left out. Separate the cells by one tab each; no cell may hold a tab.')
    return null
  }
  const empty = cells.indexOf('')
  if (empty >= 0) {
    const message = `The cell \`${columns[empty] ?? ''}\` is empty.`
    faults.error('tsv-row', { line, column: columnOf(text, empty) }, message, 'The line was left out. Fill the cell in.')
    return null
  }
  const dateIndex = columns.indexOf(dateColumn)
  const date = cells[dateIndex] ?? ''
  if (!isCalendarDate(date)) {
    const message = `\`${dateColumn}\` cannot be \`${visibleText(date)}\`.`
    const hint = 'The line was left out. Write a day as year-month-day, such as `2026-11-19`.'
    faults.error('invalid-value', { line, column: columnOf(text, dateIndex) }, message, hint)
    return null
  }
  return { line, cells }
}

function columnOf(text: string, index: number): number {
  return text.split('\t').slice(0, index).join('\t').length + (index > 0 ? 2 : 1)
}
