import { SaxesParser } from 'saxes'
import type { EvidenceCounts } from '#lib/model/evidence.ts'
import { JUnitCounting } from './junit-counting.ts'
import { quoted, type ReportFault, type ReportFaultCode } from './report-fault.ts'

/** The most characters of a report, of one attribute, levels of elements and attributes of one that are read. */
export const LARGEST_JUNIT_REPORT = 32 * 1024 * 1024
export const LONGEST_JUNIT_ATTRIBUTE = 512 * 1024
export const DEEPEST_JUNIT = 64
export const MOST_JUNIT_ATTRIBUTES = 500

const PIECE = 64 * 1024

const WHOLE = 'Send the report as the test tool wrote it, whole, in UTF-8.'
const BEGINNING = 'A JUnit report begins with `testsuites` or `testsuite`.'

/** What a JUnit report counts. With a fault everything is zero: a report that stops in the middle could hide a failure. */
export interface JUnitReport {
  readonly counts: EvidenceCounts
  readonly skippedWithoutReason: number
  /** The reasons that skipped cases give, each once. */
  readonly skipReasons: readonly string[]
  /** Cases that failed first and passed when they ran again. */
  readonly flaky: number
  readonly faults: readonly ReportFault[]
}

/**
 * Reads a JUnit XML report: `testsuites` and `testsuite` in any nesting, `skipped`, `failure`, `error`, and what Surefire writes of reruns.
 * The XML may not declare a document type, so it can define no entity. The first fault ends the reading.
 */
export function readJUnitReport(xml: string): JUnitReport {
  const counting = new JUnitCounting()
  const fault = whyNotRead(xml) ?? parse(xml, counting) ?? whyNotReport(counting)
  return fault === null ? { ...counting.result(), faults: [] } : { ...new JUnitCounting().result(), faults: [fault] }
}

function whyNotRead(xml: string): ReportFault | null {
  if (xml.length > LARGEST_JUNIT_REPORT) {
    const message = `The report has ${xml.length} characters; ${LARGEST_JUNIT_REPORT} is the most that is read.`
    return faultAt('report-too-large', 1, 1, message, 'Split it, or leave the output of the tests out of it.')
  }
  if (xml.trim() === '') return faultAt('report-empty', 1, 1, 'The report is empty.', 'Name the file that the test tool wrote.')
  return whyNotText(xml)
}

const HALF_A_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** The parser must not see half a surrogate pair, which is no character: it takes some for one and breaks off at others. */
function whyNotText(xml: string): ReportFault | null {
  const at = xml.search(HALF_A_PAIR)
  if (at === -1) return null
  const lines = xml.slice(0, at).split('\n')
  const message = 'Half a surrogate pair stands here, which is no character.'
  return faultAt('report-syntax', lines.length, (lines.at(-1) ?? '').length + 1, message, WHOLE)
}

function whyNotReport({ root }: JUnitCounting): ReportFault | null {
  if (root === 'testsuites' || root === 'testsuite') return null
  const message = `The outermost element is ${quoted(root ?? 'none')}.`
  return faultAt('report-shape', 1, 1, message, BEGINNING)
}

function parse(xml: string, counting: JUnitCounting): ReportFault | null {
  const parser = new SaxesParser()
  let fault: ReportFault | null = null
  let depth = 0
  let attributesOfElement = 0
  let hasBegun = false
  const stop = (code: ReportFaultCode, message: string, hint: string) => {
    fault ??= faultAt(code, parser.line, parser.columnIndex + 1, message, hint)
  }
  parser.on('error', () => stop('report-syntax', 'This is not well-formed XML from here on.', WHOLE))
  parser.on('doctype', () =>
    stop('report-syntax', 'The report declares a document type.', 'Remove the DOCTYPE: a test report needs no entities.'),
  )
  parser.on('opentagstart', () => {
    hasBegun = true
    attributesOfElement = 0
  })
  parser.on('attribute', ({ name, value }) => {
    attributesOfElement++
    if (attributesOfElement > MOST_JUNIT_ATTRIBUTES)
      stop('report-shape', `An element has more than ${MOST_JUNIT_ATTRIBUTES} attributes.`, 'Write them as properties.')
    if (value.length <= LONGEST_JUNIT_ATTRIBUTE) return
    const message = `The attribute ${quoted(name)} has ${value.length} characters; ${LONGEST_JUNIT_ATTRIBUTE} is the most.`
    stop('report-too-large', message, 'Shorten it.')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    if (depth > DEEPEST_JUNIT) stop('report-shape', `Elements are nested deeper than ${DEEPEST_JUNIT} levels.`, 'Nest fewer test suites.')
    if (fault === null) counting.open(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    if (fault === null) counting.close(name)
  })
  parser.on('text', (text) => counting.text(text))
  parser.on('cdata', (text) => counting.text(text))
  for (let at = 0; at < xml.length && fault === null; at += PIECE) {
    parser.write(xml.slice(at, at + PIECE))
    if (!hasBegun && fault === null) return faultAt('report-shape', 1, 1, `No element begins within ${PIECE} characters.`, BEGINNING)
  }
  if (fault === null) parser.close()
  return fault
}

function faultAt(code: ReportFaultCode, line: number, column: number, message: string, hint: string): ReportFault {
  return { line: Math.max(1, line), column: Math.max(1, column), code, message, hint }
}
