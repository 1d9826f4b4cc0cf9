import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_FINDINGS, readGuardReport } from '#lib/formats/guard-report.ts'
import { readJUnitReport } from '#lib/formats/junit-report.ts'
import { MOST_REPORT_FAULTS, REPORT_FAULT_CODES, type ReportFault } from '#lib/formats/report-fault.ts'
import { findUnprintable } from '#lib/model/visible-text.ts'
import { HOSTILE_GUARD_TSV, HOSTILE_JUNIT, HOSTILE_SARIF, type HostileReport } from '#test/hostile/hostile-reports.ts'

/** A reader must be done long before this, in milliseconds; a hang is never one of a busy machine. */
const GUARD = 5_000

function inTime<Value>(read: () => Value): Value {
  const started = performance.now()
  const value = read()
  expect(performance.now() - started).toBeLessThan(GUARD)
  return value
}

function checkFaults(faults: readonly ReportFault[]): void {
  expect(faults.length).toBeLessThanOrEqual(MOST_REPORT_FAULTS + 1)
  for (const { line, column, code, message, hint } of faults) {
    if (line < 1 || column < 1) throw new Error(`${code} stands in ${line}:${column}`)
    if (!REPORT_FAULT_CODES.includes(code) || message === '' || hint === '') throw new Error(`${code} says nothing`)
    if (findUnprintable(message + hint) >= 0 || message.length > 500) throw new Error(`${code} cannot be shown: ${message.length}`)
  }
}

/** What a reader gives is a whole report, or faults and nothing of it. */
function checkJUnit(xml: string): boolean {
  const { counts, skippedWithoutReason, skipReasons, flaky, faults } = inTime(() => readJUnitReport(xml))
  checkFaults(faults)
  const numbers = [...Object.values(counts), skippedWithoutReason, flaky]
  if (numbers.some((each) => !Number.isSafeInteger(each) || each < 0)) throw new Error(`no numbers: ${numbers.join()}`)
  expect(counts.executed).toBe(counts.passed + counts.failed)
  if (faults.length > 0) expect([...numbers, ...skipReasons].every((each) => each === 0)).toBe(true)
  if (skipReasons.length > 50 || skipReasons.some((each) => each.length > 300 || findUnprintable(each) >= 0)) throw new Error('bad reasons')
  return faults.length > 0
}

function checkGuardReport(text: string): boolean {
  const { findings, faults } = inTime(() => readGuardReport(text))
  checkFaults(faults)
  if (faults.length > 0) expect(findings).toEqual([])
  expect(findings.length).toBeLessThanOrEqual(MOST_FINDINGS)
  const unsound = findings.find(({ fingerprint, guard, rule, path }) => {
    const parts = [fingerprint, guard, rule, path]
    return fingerprint === '' || guard === '' || parts.some((part) => findUnprintable(part) >= 0 || part.length > 4096)
  })
  expect(unsound).toBeUndefined()
  return faults.length > 0
}

describe.each([
  ['JUnit', HOSTILE_JUNIT, checkJUnit],
  ['SARIF', HOSTILE_SARIF, checkGuardReport],
  ['guard TSV', HOSTILE_GUARD_TSV, checkGuardReport],
] as const)('a hostile %s report gives a located fault, never a crash or a hang', (_format, corpus, check) => {
  it('is one of many, and none stands here twice', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(35)
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
  })

  it.each(corpus.map((report): [string, HostileReport] => [report.name, report]))(
    '%s',
    (_name, { text, faulty }) => {
      const isFault = check(text)
      if (faulty) expect(isFault).toBe(true)
      expect({}).not.toHaveProperty('polluted')
    },
    4 * GUARD,
  )
})

const small = (corpus: readonly HostileReport[]) => corpus.map(({ text }) => text).filter((text) => text.length < 500)

const SOUND = [
  '<testsuites><testsuite tests="3"><testcase name="a"/><testcase><skipped message="x"/></testcase><testcase><failure/></testcase></testsuite></testsuites>',
  '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"g"}},"results":[{"ruleId":"r","partialFingerprints":{"a":"f"}}]}]}',
  'fingerprint\tguard\trule\tpath\tfirst_seen\nf\tg\tr\tp\t\n',
]

const pieces = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    '<!',
    '<![CDATA[',
    ']]>',
    '&',
    ';',
    '"',
    "'",
    '=',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\t',
    '\n',
    '\r',
  ),
  fc.constantFrom('testcase', '<testcase>', '</testsuite>', 'null', '\\u0000', '\u0000', '\u202e', '\ufeff', '-', 'e9', '0'),
  fc.string({ unit: 'binary', maxLength: 3 }),
)

describe('rules 8.9: readers of reports are total, whatever a report is turned into', () => {
  it('a whole report or located faults, and both happen', () => {
    const corpus = fc.oneof(
      fc.constantFrom(...small([...HOSTILE_JUNIT, ...HOSTILE_SARIF, ...HOSTILE_GUARD_TSV])),
      fc.constantFrom(...SOUND),
    )
    const edits = fc.array(fc.tuple(fc.nat(500), fc.nat(20), pieces), { maxLength: 5 })
    const mutated = fc.tuple(corpus, edits).map(([text, changes]) =>
      changes.reduce((now, [at, cut, piece]) => {
        const from = at % (now.length + 1)
        return now.slice(0, from) + piece + now.slice(from + cut)
      }, text),
    )
    const read = { faults: 0, reports: 0 }
    fc.assert(
      fc.property(mutated, (text) => {
        read[checkJUnit(text) ? 'faults' : 'reports'] += 1
        read[checkGuardReport(text) ? 'faults' : 'reports'] += 1
      }),
      { numRuns: 10_000 },
    )
    expect(Math.min(read.faults, read.reports)).toBeGreaterThan(500)
  }, 120_000)

  it('a report that is cut off anywhere is never a smaller report', () => {
    for (const text of SOUND.slice(0, 2)) {
      const check = text.startsWith('<') ? checkJUnit : checkGuardReport
      for (let end = 0; end < text.length; end++) expect(check(text.slice(0, end))).toBe(true)
    }
  })
})
