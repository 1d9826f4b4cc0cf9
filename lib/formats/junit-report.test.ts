import { describe, expect, it } from 'vitest'
import { readJUnitReport } from './junit-report.ts'

function counted(xml: string): string {
  const { counts, skippedWithoutReason, flaky, faults } = readJUnitReport(xml)
  expect(faults).toEqual([])
  const { executed, passed, failed, skipped } = counts
  return `${executed} executed: ${passed} passed, ${failed} failed, ${skipped} skipped (${skippedWithoutReason} without reason), ${flaky} flaky`
}

function cases(inner: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><testsuite name="s" ${attributes}>${inner}</testsuite>`
}

const PASSED = '<testcase name="p" classname="c" time="0.1"/>'

describe('a JUnit report counts what was executed, and what was left out', () => {
  it.each([
    [
      'passed cases, also with output',
      `${PASSED}<testcase name="q"><system-out>ok &amp; well</system-out></testcase>`,
      '2 executed: 2 passed, 0 failed',
    ],
    [
      'a failure',
      `${PASSED}<testcase name="f"><failure message="x"><![CDATA[a < b]]></failure></testcase>`,
      '2 executed: 1 passed, 1 failed',
    ],
    ['an error', '<testcase name="e"><error type="E"/></testcase>', '1 executed: 0 passed, 1 failed'],
    [
      'a case that fails and cannot be torn down, once',
      '<testcase name="e"><failure/><error/></testcase>',
      '1 executed: 0 passed, 1 failed',
    ],
    ['no case at all', '', '0 executed: 0 passed, 0 failed'],
  ])('%s', (_, inner, expected) => {
    expect(counted(cases(inner))).toContain(expected)
  })

  it('suites in suites, and several in one file', () => {
    const inner = `<testsuite name="a">${PASSED}<testsuite name="b">${PASSED}</testsuite></testsuite><testsuite name="c">${PASSED}</testsuite>`
    expect(counted(`<testsuites tests="3">${inner}</testsuites>`)).toContain('3 executed: 3 passed')
  })

  it('skipped cases, with the reason of each or without one', () => {
    const inner = [
      '<testcase name="1"><skipped message="needs a GPU"/></testcase>',
      '<testcase name="2"><skipped>  needs a\n network </skipped></testcase>',
      '<testcase name="3"><skipped message="needs a GPU"></skipped></testcase>',
      '<testcase name="4"><skipped/></testcase>',
      '<testcase name="5" status="notrun"/>',
      '<testcase name="6"><skipped message=" "/></testcase>',
    ].join('')
    expect(counted(cases(inner))).toBe('0 executed: 0 passed, 0 failed, 6 skipped (3 without reason), 0 flaky')
    expect(readJUnitReport(cases(inner)).skipReasons).toEqual(['needs a GPU', 'needs a network'])
  })

  it('a failure inside a skipped case is a failure', () => {
    expect(counted(cases('<testcase name="1"><skipped/><failure/></testcase>'))).toContain('0 passed, 1 failed, 0 skipped')
  })

  it('what Surefire reruns: flaky when it passed at last, failed when it never did', () => {
    const flaky = '<testcase name="f"><flakyFailure message="1st"><stackTrace/><system-out/></flakyFailure><flakyError/></testcase>'
    const failed = '<testcase name="r"><failure/><rerunFailure message="2nd"/><rerunError/></testcase>'
    expect(counted(cases(flaky + failed + PASSED))).toBe('3 executed: 2 passed, 1 failed, 0 skipped (0 without reason), 1 flaky')
    expect(counted(cases('<testcase name="r"><rerunFailure/></testcase>'))).toContain('0 passed, 1 failed')
  })

  it('a suite whose set-up failed, whether it says so by an element or by its numbers alone', () => {
    expect(counted(cases(`${PASSED}<error message="no database"/>`))).toContain('2 executed: 1 passed, 1 failed')
    expect(counted(cases(PASSED, 'tests="4" failures="1" errors="2"'))).toContain('4 executed: 1 passed, 3 failed')
    expect(counted(cases('<testcase name="f"><failure/></testcase>', 'failures="1" errors="0"'))).toContain(
      '1 executed: 0 passed, 1 failed',
    )
  })

  it('reads numbers that are none as nothing', () => {
    expect(counted(cases(PASSED, 'failures="NaN" errors="-3"'))).toContain('1 executed: 1 passed, 0 failed')
  })

  it('reads a byte order mark and any line ends', () => {
    expect(counted(`\ufeff${cases(`\r\n${PASSED}\r\n`)}`)).toContain('1 executed: 1 passed')
  })
})

describe('a report that cannot be read counts nothing and says where it stops being one', () => {
  it.each([
    ['a document type', '<!DOCTYPE testsuite [<!ENTITY a "b">]>\n<testsuite/>', 'report-syntax', 1],
    ['an entity of its own', '<testsuite>\n&lol;</testsuite>', 'report-syntax', 2],
    ['a report that was cut off', `<testsuite>\n${PASSED}\n<testcase name="f"><fail`, 'report-syntax', 3],
    ['another document', '<html><body/></html>', 'report-shape', 1],
    ['nothing', ' \n', 'report-empty', 1],
    ['half a surrogate pair', '<testsuite>\n<?\ud800\r', 'report-syntax', 2],
  ])('%s', (_, xml, code, line) => {
    const read = readJUnitReport(xml)
    expect(read.faults).toMatchObject([{ code, line }])
    expect(read.counts).toEqual({ executed: 0, passed: 0, failed: 0, skipped: 0 })
  })
})
