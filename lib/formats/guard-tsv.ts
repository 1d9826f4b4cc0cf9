import type { GuardAllowedDebt, GuardBaselineEntry } from '#lib/model/guard.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readTextFile } from './text-file.ts'
import { visibleText } from './visible-text.ts'

const BASELINE_COLUMNS = ['fingerprint', 'guard', 'rule', 'path', 'first_seen'] as const
const DEBT_COLUMNS = ['fingerprint', 'owner', 'reason', 'expires', 'fairway_task'] as const

/** The most bytes of a guard file that are read. */
const LARGEST_TSV = 16 * 1024 * 1024

/** Reads `guard-fingerprint-baseline.tsv`: the findings that were there before. A row that cannot be read is a located error. */
export function parseGuardBaseline(file: string, bytes: Uint8Array, faults: LocatedFaults): GuardBaselineEntry[] {
  return readRows(bytes, BASELINE_COLUMNS, 'first_seen', faults).map(({ cells, line }) => ({
    file,
    line,
    fingerprint: cells.fingerprint,
    guard: cells.guard,
    rule: cells.rule,
    path: cells.path,
    firstSeen: cells.first_seen,
  }))
}

/** Reads `guard-allowed-debt.tsv`: findings that are tolerated until a day, by someone, for a reason. */
export function parseGuardAllowedDebt(file: string, bytes: Uint8Array, faults: LocatedFaults): GuardAllowedDebt[] {
  return readRows(bytes, DEBT_COLUMNS, 'expires', faults).map(({ cells, line }) => ({
    file,
    line,
    fingerprint: cells.fingerprint,
    owner: cells.owner,
    reason: cells.reason,
    expires: cells.expires,
    fairwayTask: cells.fairway_task,
  }))
}

interface Row<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>
  readonly line: number
}

function readRows<Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
  dateColumn: Column,
  faults: LocatedFaults,
): Row<Column>[] {
  const text = readTextFile(bytes, LARGEST_TSV, faults)
  if (text === null) return []
  const [header = '', ...lines] = text.split(/\r?\n/)
  if (header.split('\t').join(' ') !== columns.join(' ')) {
    const message = `The first line is not the header of this file: ${visibleText(header)}.`
    faults.error('tsv-header', { line: 1 }, message, `Begin with these columns, separated by tabs: ${columns.join(', ')}.`)
    return []
  }
  const seen = new Map<string, number>()
  return lines.flatMap((written, at) => {
    const line = at + 2
    if (written.trim() === '') return []
    const row = readRow(written, line, columns, faults)
    if (row === null) return []
    checkDate(row.cells[dateColumn], dateColumn, line, faults)
    return isFirst(seen, row.cells[columns[0] as Column], line, faults) ? [row] : []
  })
}

function readRow<Column extends string>(
  written: string,
  line: number,
  columns: readonly Column[],
  faults: LocatedFaults,
): Row<Column> | null {
  const values = written.split('\t')
  if (values.length !== columns.length) {
    const message = `The row has ${values.length} columns, not ${columns.length}.`
    faults.error('tsv-row', { line }, message, `Write ${columns.join(', ')}, separated by single tabs.`)
    return null
  }
  const empty = columns.find((_, at) => (values[at] ?? '').trim() === '')
  if (empty !== undefined) {
    faults.error('tsv-row', { line }, `The column ${empty} is empty.`, 'Fill it in: a finding that says nothing cannot be judged.')
    return null
  }
  const cells = Object.fromEntries(columns.map((column, at) => [column, (values[at] ?? '').trim()])) as Record<Column, string>
  return { cells, line }
}

function isFirst(seen: Map<string, number>, fingerprint: string, line: number, faults: LocatedFaults): boolean {
  const earlier = seen.get(fingerprint)
  if (earlier === undefined) {
    seen.set(fingerprint, line)
    return true
  }
  const message = `The fingerprint ${visibleText(fingerprint)} stands here again, after line ${earlier}.`
  faults.error('duplicate-id', { line }, message, 'Keep one of the two rows.')
  return false
}

function checkDate(text: string, column: string, line: number, faults: LocatedFaults): void {
  if (isCalendarDay(text)) return
  faults.error('invalid-value', { line }, `${column} is not a day: ${visibleText(text)}.`, 'Write it as 2026-11-24.')
}

/** True for a day that the calendar has, written as `2026-11-24`. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const moment = new Date(Date.UTC(year, month - 1, day))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}
