import { describe, expect, it } from 'vitest'
import type { GuardMode } from '#lib/model/extraction-packet.ts'
import { GUARD_FINDING_STATES, type GuardAllowedDebt, type GuardBaselineEntry, type ReportedFinding } from '#lib/model/guard.ts'
import { blocks } from './blocks.ts'
import { judgeFindings } from './judge-findings.ts'

const NOW = new Date('2026-11-24T12:00:00Z')

function aFinding(fingerprint: string, given: Partial<ReportedFinding> = {}): ReportedFinding {
  return { fingerprint, guard: 'boundary_guard', rule: 'no-import', path: 'packages/a.go', ...given }
}

function aKnown(fingerprint: string, given: Partial<GuardBaselineEntry> = {}): GuardBaselineEntry {
  return { ...aFinding(fingerprint), firstSeen: '2026-02-11', file: 'baseline.tsv', line: 2, ...given }
}

function anAllowed(fingerprint: string, expires: string): GuardAllowedDebt {
  return { fingerprint, owner: '@billing', reason: 'moves', expires, fairwayTask: 'T-1', file: 'debt.tsv', line: 3 }
}

function judge(
  reported: readonly ReportedFinding[],
  lists: { baseline?: readonly GuardBaselineEntry[]; allowedDebt?: readonly GuardAllowedDebt[] },
  now = NOW,
) {
  return judgeFindings(reported, { baseline: [], allowedDebt: [], ...lists }, now)
}

const states = (judged: ReturnType<typeof judgeFindings>) => judged.map(({ fingerprint, state }) => `${fingerprint} ${state}`)

describe('OM-17, "new-versus-legacy guard enforcement": a finding is its fingerprint', () => {
  it('in the baseline it is legacy, with the line that says so', () => {
    expect(judge([aFinding('f1')], { baseline: [aKnown('f1')] })).toEqual([
      { ...aFinding('f1'), state: 'legacy', declared: { file: 'baseline.tsv', line: 2 }, expires: null, owner: null },
    ])
  })

  it('in the allowed debt it is allowed until its day is over, and then expired', () => {
    const allowedDebt = [anAllowed('f1', '2026-11-24')]
    expect(judge([aFinding('f1')], { allowedDebt }, new Date('2026-11-24T23:59:59.999Z'))).toEqual([
      { ...aFinding('f1'), state: 'allowed-debt', declared: { file: 'debt.tsv', line: 3 }, expires: '2026-11-24', owner: '@billing' },
    ])
    expect(states(judge([aFinding('f1')], { allowedDebt }, new Date('2026-11-25T00:00:00Z')))).toEqual(['f1 expired-debt'])
  })

  it('in neither it is new', () => {
    expect(states(judge([aFinding('f1')], { baseline: [aKnown('f2', { guard: 'another' })] }))).toEqual(['f1 new'])
  })

  it('in the baseline and no longer found it is resolved, for the guards that ran', () => {
    const baseline = [aKnown('f1'), aKnown('f2'), aKnown('f3', { guard: 'another' })]
    expect(states(judge([aFinding('f1')], { baseline }))).toEqual(['f1 legacy', 'f2 resolved'])
    expect(states(judgeFindings([], { baseline, allowedDebt: [] }, NOW))).toEqual([])
    expect(states(judgeFindings([], { baseline, allowedDebt: [] }, NOW, ['another']))).toEqual(['f3 resolved'])
  })

  it('swapping one violation for another is one new finding, though there are as many as before', () => {
    const baseline = [aKnown('f1'), aKnown('f2')]
    expect(judge([aFinding('f1'), aFinding('f2')], { baseline })).toHaveLength(2)
    expect(states(judge([aFinding('f1'), aFinding('f9')], { baseline }))).toEqual(['f1 legacy', 'f9 new', 'f2 resolved'])
  })

  it('one line covers one finding: the same fingerprint in a second place is new', () => {
    const baseline = [aKnown('f1', { path: 'packages/b.go' })]
    expect(states(judge([aFinding('f1', { path: 'packages/c.go' }), aFinding('f1', { path: 'packages/b.go' })], { baseline }))).toEqual([
      'f1 new',
      'f1 legacy',
    ])
  })

  it('a known finding whose file has moved is still the known one', () => {
    expect(states(judge([aFinding('f1', { path: 'packages/moved.go' })], { baseline: [aKnown('f1')] }))).toEqual(['f1 legacy'])
  })

  it('a day that cannot be read tolerates nothing', () => {
    expect(states(judge([aFinding('f1')], { allowedDebt: [anAllowed('f1', 'some day')] }))).toEqual(['f1 expired-debt'])
  })
})

describe('OM-35, "clean in `blocking_new` for new findings": what blocks in which mode', () => {
  it.each<[GuardMode, readonly string[]]>([
    ['report_only', []],
    ['warning', []],
    ['blocking_new', ['new', 'expired-debt']],
    ['blocking', ['new', 'legacy', 'allowed-debt', 'expired-debt']],
  ])('%s blocks on %j', (mode, expected) => {
    expect(GUARD_FINDING_STATES.filter((state) => blocks(mode, state))).toEqual(expected)
  })
})
