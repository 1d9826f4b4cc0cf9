import type { ReportedFinding } from '#lib/model/guard.ts'
import { BASELINE_COLUMNS } from './guard-tsv.ts'
import { MOST_REPORT_FAULTS, quoted, type ReportFault } from './report-fault.ts'
import { whyNotCell } from './reported-cell.ts'
import { countLineBreaks } from './text-file.ts'

/** The most lines that are looked at; blank ones count. */
const MOST_LINES = 50_000

const COLUMNS = BASELINE_COLUMNS.join('\t')
const COLUMNS_WITHOUT_FIRST_SEEN = BASELINE_COLUMNS.slice(0, -1).join('\t')

/** Reads a report with the baseline's columns. `first_seen` may be empty or left out: the baseline keeps that day, not the guard. */
export function readGuardTsvReport(text: string): { readonly findings: ReportedFinding[]; readonly faults: ReportFault[] } {
  if (countLineBreaks(text, MOST_LINES) > MOST_LINES) {
    const message = `The report has more than ${MOST_LINES} lines, which is the most that is read.`
    const hint = 'Report fewer findings: first bring the guard down.'
    return { findings: [], faults: [{ line: MOST_LINES + 1, column: 1, code: 'too-many-findings', message, hint }] }
  }
  const lines = text.split(/\r?\n|\r/)
  const header = (lines[0] ?? '')
    .split('\t', BASELINE_COLUMNS.length + 1)
    .map((cell) => cell.trim())
    .join('\t')
  if (header !== COLUMNS && header !== COLUMNS_WITHOUT_FIRST_SEEN) {
    const message = `The first line is ${quoted(header.replaceAll('\t', ' '))}.`
    const hint = `Write the columns of the baseline, separated by tabs: \`${BASELINE_COLUMNS.join(' ')}\`; or send SARIF 2.1.0.`
    return { findings: [], faults: [{ line: 1, column: 1, code: 'report-shape', message, hint }] }
  }
  const findings: ReportedFinding[] = []
  const faults: ReportFault[] = []
  for (const [index, line] of lines.entries()) {
    if (faults.length > MOST_REPORT_FAULTS) break
    if (index === 0 || line.trim() === '') continue
    const read = readLine(line, index + 1)
    if ('code' in read) faults.push(read)
    else findings.push(read)
  }
  return { findings, faults }
}

function readLine(text: string, line: number): ReportedFinding | ReportFault {
  const cells = text.split('\t', BASELINE_COLUMNS.length + 1).map((cell) => cell.trim())
  const [fingerprint = '', guard = '', rule = '', path = ''] = cells
  if (cells.length < 4 || cells.length > BASELINE_COLUMNS.length) {
    const message = `The line does not have the cells \`${BASELINE_COLUMNS.join(' ')}\`.`
    const hint = 'Separate the cells by one tab each; no cell may hold a tab.'
    return { line, column: 1, code: 'report-shape', message, hint }
  }
  if (fingerprint === '') {
    const message = 'The finding has no fingerprint, which is what makes it this finding and no other.'
    return { line, column: 1, code: 'finding-without-fingerprint', message, hint: 'Fill the first cell in.' }
  }
  const finding = { fingerprint, guard, rule, path }
  for (const part of ['fingerprint', 'guard', 'rule', 'path'] as const) {
    const message = whyNotCell(part, finding[part])
    if (message !== null) return { line, column: 1, code: 'finding-unclear', message, hint: 'Correct the cell.' }
  }
  return finding
}
