import { describe, expect, it } from 'vitest'
import { MOST_FINDINGS, readGuardReport } from './guard-report.ts'

const HEADER = 'fingerprint\tguard\trule\tpath\tfirst_seen'

function told(text: string): string[] {
  return readGuardReport(text).faults.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

function sarif(results: readonly object[] | undefined, run: object = {}): string {
  const driver = { name: 'boundary_guard', rules: [{ id: 'no-import' }] }
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver }, ...(results === undefined ? {} : { results }), ...run }] }, null, 1)
}

function aResult(given: object = {}): object {
  const locations = [{ physicalLocation: { artifactLocation: { uri: 'packages/a.go' } } }]
  return { ruleId: 'no-import', message: { text: 'x' }, locations, partialFingerprints: { 'boundary/v1': 'f1' }, ...given }
}

const FOUND = { fingerprint: 'f1', guard: 'boundary_guard', rule: 'no-import', path: 'packages/a.go' }

describe('a guard reports a table with the columns of the baseline', () => {
  it.each([
    ['as the baseline has it', `${HEADER}\nf1\tboundary_guard\tno-import\tpackages/a.go\t2026-02-11\n`],
    ['without the day', `${HEADER}\nf1\tboundary_guard\tno-import\tpackages/a.go\t\n`],
    ['without that column', `fingerprint\tguard\trule\tpath\nf1\tboundary_guard\tno-import\tpackages/a.go\n`],
    ['from another system', `\ufeff${HEADER}\r\n\r\nf1\tboundary_guard\tno-import\tpackages/a.go\t\r\n`],
    ['with a line that stands twice', `${HEADER}\n${'f1\tboundary_guard\tno-import\tpackages/a.go\t\n'.repeat(2)}`],
  ])('%s', (_, text) => {
    expect(readGuardReport(text)).toEqual({ findings: [FOUND], faults: [] })
  })

  it('a header alone says that nothing was found', () => {
    expect(readGuardReport(`${HEADER}\n`)).toEqual({ findings: [], faults: [] })
  })

  it.each([
    ['an empty report', '\n', ['report-empty 1:1']],
    ['another header', 'a\tb\nx\ty\n', ['report-shape 1:1']],
    ['a short and a long line', `${HEADER}\nf1\tg\n\nf\tg\tr\tp\td\tx\n`, ['report-shape 2:1', 'report-shape 4:1']],
    ['a line without a fingerprint', `${HEADER}\n\tg\tr\tp\t\n`, ['finding-without-fingerprint 2:1']],
    ['an empty cell', `${HEADER}\nf\tg\t\tp\t\n`, ['finding-unclear 2:1']],
    ['a fingerprint that looks like another', `${HEADER}\nf\u200b1\tg\tr\tp\t\n`, ['finding-unclear 2:1']],
  ])('%s is told with its line, and nothing of the report is taken', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
    expect(readGuardReport(text).findings).toEqual([])
  })

  it('more findings than anybody reads are refused, not cut off', () => {
    const lines = Array.from({ length: MOST_FINDINGS + 1 }, (_, n) => `f${n}\tg\tr\tp\t\n`).join('')
    expect(told(`${HEADER}\n${lines}`)).toEqual(['too-many-findings 1:1'])
  })
})

describe('a guard reports SARIF 2.1.0', () => {
  it('a result is a finding, with its fingerprint, tool, rule and first file', () => {
    expect(readGuardReport(sarif([aResult()]))).toEqual({ findings: [FOUND], faults: [] })
  })

  it('an empty list of results says that nothing was found', () => {
    expect(readGuardReport(sarif([]))).toEqual({ findings: [], faults: [] })
  })

  it('the rule and the file may be looked up', () => {
    const byIndex = aResult({ ruleId: undefined, ruleIndex: 0, locations: [{ physicalLocation: { artifactLocation: { index: 1 } } }] })
    const artifacts = [{ location: { uri: 'x.go' } }, { location: { uri: 'packages/a.go' } }]
    expect(readGuardReport(sarif([byIndex], { artifacts })).findings).toEqual([FOUND])
  })

  it.each([
    ['`fingerprints` before `partialFingerprints`', { fingerprints: { x: 'f9' } }, 'f9'],
    ['the one that tools agree upon', { partialFingerprints: { a: '1', 'primaryLocationLineHash/v1': '2', z: '3' } }, '2'],
    ['else the first by name', { partialFingerprints: { 'z/v1': '1', 'b/v1': '2', 'c/v1': '3' } }, '2'],
  ])('of several fingerprints %s', (_, given, fingerprint) => {
    expect(readGuardReport(sarif([aResult(given)])).findings[0]?.fingerprint).toBe(fingerprint)
  })

  it('what is absent now, passes or does not apply is no finding', () => {
    const results = [aResult({ baselineState: 'absent' }), aResult({ kind: 'pass' }), aResult({ kind: 'notApplicable' })]
    expect(readGuardReport(sarif(results))).toEqual({ findings: [], faults: [] })
  })

  it.each([
    ['suppressed', { suppressions: [{ kind: 'inSource', justification: 'later' }] }],
    ['unchanged', { baselineState: 'unchanged' }],
    ['only noted', { level: 'note', kind: 'informational' }],
  ])('what a tool calls %s stays a finding: only our lists tolerate one', (_, given) => {
    expect(readGuardReport(sarif([aResult(given)])).findings).toEqual([FOUND])
  })

  it('a result without a fingerprint is told with its line, and nothing of the report is taken', () => {
    const text = sarif([aResult(), aResult({ partialFingerprints: undefined }), aResult({ partialFingerprints: { a: '' } })])
    const line = text.slice(0, text.lastIndexOf('"ruleId"')).split('\n').length - 1
    const read = readGuardReport(text)
    expect(read.findings).toEqual([])
    expect(read.faults.map(({ code }) => code)).toEqual(['finding-without-fingerprint', 'finding-without-fingerprint'])
    expect(read.faults[1]?.line).toBe(line)
  })

  it.each([
    ['a run without results: it did not finish', sarif(undefined), 'report-incomplete'],
    ['a run that says that it did not succeed', sarif([], { invocations: [{ executionSuccessful: false }] }), 'report-incomplete'],
    ['another version', '{"version":"2.0.0","runs":[]}', 'report-shape'],
    ['no run', '{"version":"2.1.0","runs":[]}', 'report-shape'],
    ['another document', '[1, 2]', 'report-shape'],
    ['JSON that ends too early', '{"version":"2.1.0",\n"runs":[', 'report-syntax'],
    ['a key twice', '{"version":"2.1.0","version":"2.1.0"}', 'report-syntax'],
    ['a result that is none', sarif([[]]), 'report-shape'],
    ['a tool without a name', sarif([aResult()], { tool: {} }), 'finding-unclear'],
  ])('%s', (_, text, code) => {
    expect(readGuardReport(text)).toMatchObject({ findings: [], faults: [{ code }] })
  })
})
