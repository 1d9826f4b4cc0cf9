import { visibleText } from '#lib/model/visible-text.ts'

/** What can be wrong with a report. */
export const REPORT_FAULT_CODES = [
  'report-too-large',
  'report-empty',
  'report-not-text',
  'report-syntax',
  'report-shape',
  'report-incomplete',
  'finding-without-fingerprint',
  'finding-unclear',
  'too-many-findings',
  'too-many-faults',
] as const

export type ReportFaultCode = (typeof REPORT_FAULT_CODES)[number]

/** Something in a report that cannot be read. A report with a fault is refused as a whole: half of it would look better than it is. */
export interface ReportFault {
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly code: ReportFaultCode
  readonly message: string
  readonly hint: string
}

/** The most faults that are told of one report; a reader stops at the first one beyond. */
export const MOST_REPORT_FAULTS = 100

/** The faults, when there are not too many; else the first of them and a last one that says so. */
export function boundFaults(faults: readonly ReportFault[]): readonly ReportFault[] {
  if (faults.length <= MOST_REPORT_FAULTS) return faults
  const kept = faults.slice(0, MOST_REPORT_FAULTS)
  const { line, column } = kept.at(-1) ?? { line: 1, column: 1 }
  const message = `The report has more than ${MOST_REPORT_FAULTS} faults; the rest was not read.`
  return [...kept, { line, column, code: 'too-many-faults', message, hint: 'Correct the ones above and send it again.' }]
}

/** A fault that says by an offset where it stands. */
export type FaultAt = Omit<ReportFault, 'line' | 'column'> & { readonly offset: number }

/** The faults with their lines and columns (lines ended by `\n`, `\r` or `\r\n`), bounded, found in one walk through the text. */
export function locateFaults(text: string, faults: readonly FaultAt[]): readonly ReportFault[] {
  const located: ReportFault[] = []
  let line = 1
  let start = 0
  let at = 0
  for (const { offset, ...fault } of faults.toSorted((a, b) => a.offset - b.offset)) {
    for (; at < offset && at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(at + 1) === 0x0a)) continue
      line++
      start = at + 1
    }
    located.push({ ...fault, line, column: offset - start + 1 })
  }
  return boundFaults(located)
}

/** A piece of a report as it may be quoted in a fault. */
export function quoted(text: string): string {
  return `\`${visibleText(text, 80)}\``
}
