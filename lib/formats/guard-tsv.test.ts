import { describe, expect, it } from 'vitest'
import { parseGuardAllowedDebt, parseGuardBaseline } from './guard-tsv.ts'
import { collectFaults } from './located-faults.ts'

const BASELINE = 'fingerprint\tguard\trule\tpath\tfirst_seen\n'
const DEBT = 'fingerprint\towner\treason\texpires\tfairway_task\n'

function baseline(text: string) {
  const faults = collectFaults('baseline.tsv')
  return { entries: parseGuardBaseline(new TextEncoder().encode(text), faults), found: faults.diagnostics() }
}

function debt(text: string) {
  const faults = collectFaults('debt.tsv')
  return { entries: parseGuardAllowedDebt(new TextEncoder().encode(text), faults), found: faults.diagnostics() }
}

describe('guard-fingerprint-baseline.tsv and guard-allowed-debt.tsv: new-versus-legacy guard enforcement', () => {
  it('a baseline row keeps its line', () => {
    const { entries, found } = baseline(`${BASELINE}f1\tboundary\tno-import\tpackages/a.go\t2026-03-01\r\n\n`)
    expect(found).toEqual([])
    expect(entries).toEqual([
      {
        file: 'baseline.tsv',
        line: 2,
        fingerprint: 'f1',
        guard: 'boundary',
        rule: 'no-import',
        path: 'packages/a.go',
        firstSeen: '2026-03-01',
      },
    ])
  })

  it('an allowed debt names who, why, until when and the task', () => {
    expect(debt(`${DEBT}f1\t@billing\tmoves in Q1\t2026-12-31\tPSSM-1\n`).entries).toMatchObject([
      { owner: '@billing', reason: 'moves in Q1', expires: '2026-12-31', fairwayTask: 'PSSM-1' },
    ])
  })

  it.each([
    ['another header', 'fingerprint\tguard\n', 'tsv-header', 1],
    ['an empty file', '', 'tsv-header', 1],
    ['too few columns', `${BASELINE}f1\tboundary\n`, 'tsv-row', 2],
    ['an empty column', `${BASELINE}f1\t\tr\tp\t2026-03-01\n`, 'tsv-row', 2],
    ['a day that is not there', `${BASELINE}f1\tg\tr\tp\t2026-02-30\n`, 'invalid-value', 2],
    ['the same fingerprint twice', `${BASELINE}f1\tg\tr\tp\t2026-03-01\nf1\tg\tr\tq\t2026-03-01\n`, 'duplicate-id', 3],
  ])('%s is an error with its line', (_, text, code, line) => {
    expect(baseline(text).found.map((each) => [each.code, each.line, each.severity])).toEqual([[code, line, 'error']])
  })

  it('a row that cannot be read tolerates nothing', () => {
    expect(debt(`${DEBT}f1\t@billing\tlater\tsome day\tPSSM-1\n`).entries).toEqual([])
  })

  it('a fault stands in the column of its cell', () => {
    expect(baseline(`${BASELINE}f1\tg\t\tp\t2026-03-01\n`).found[0]).toMatchObject({ line: 2, column: 6 })
  })

  it('a row that cannot be read does not hide the others', () => {
    expect(baseline(`${BASELINE}broken\nf2\tg\tr\tp\t2026-03-01\n`).entries.map((each) => each.fingerprint)).toEqual(['f2'])
  })
})
