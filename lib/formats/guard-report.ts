import type { ReportedFinding } from '#lib/model/guard.ts'
import { readGuardTsvReport } from './guard-tsv-report.ts'
import { boundFaults, locateFaults, type ReportFault } from './report-fault.ts'
import { readSarifReport } from './sarif-report.ts'

/** The most characters and findings of a guard's report that are read. */
export const LARGEST_GUARD_REPORT = 8 * 1024 * 1024
export const MOST_FINDINGS = 20_000

/** What a guard reported. With a fault there are no findings: a report counts as a whole or not at all. */
export interface GuardReport {
  readonly findings: readonly ReportedFinding[]
  readonly faults: readonly ReportFault[]
}

/**
 * Reads what a guard reports (contract 2.3): a table with the baseline's columns, separated by tabs, or SARIF 2.1.0. Which of the two it
 * is shows in its first character.
 */
export function readGuardReport(text: string): GuardReport {
  if (text.length > LARGEST_GUARD_REPORT) {
    const message = `The report has ${text.length} characters; ${LARGEST_GUARD_REPORT} is the most that is read.`
    return refuse([{ line: 1, column: 1, code: 'report-too-large', message, hint: 'Report fewer findings: first bring the guard down.' }])
  }
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const nul = body.indexOf('\u0000')
  if (nul >= 0) {
    const message = 'The report holds a NUL character (U+0000).'
    return refuse(locateFaults(body, [{ offset: nul, code: 'report-not-text', message, hint: 'Save it as UTF-8 text.' }]))
  }
  const first = body.search(/\S/)
  if (first < 0) {
    const hint = 'A guard that found nothing reports the header line alone, or a SARIF run with an empty list of results.'
    return refuse([{ line: 1, column: 1, code: 'report-empty', message: 'The report is empty.', hint }])
  }
  const isJson = body[first] === '{' || body[first] === '['
  const { findings, faults } = isJson ? readSarifReport(body) : readGuardTsvReport(body)
  if (faults.length > 0) return refuse(faults)
  if (findings.length <= MOST_FINDINGS) return { findings: distinct(findings), faults: [] }
  const message = `The report has ${findings.length} findings; ${MOST_FINDINGS} is the most that is read.`
  return refuse([{ line: 1, column: 1, code: 'too-many-findings', message, hint: 'Report fewer findings: first bring the guard down.' }])
}

function refuse(faults: readonly ReportFault[]): GuardReport {
  return { findings: [], faults: boundFaults(faults) }
}

/** A finding that is reported twice, word for word, is one. */
function distinct(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const seen = new Map<string, ReportedFinding>()
  for (const finding of findings) {
    const key = [finding.fingerprint, finding.guard, finding.rule, finding.path].join('\t')
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()]
}
