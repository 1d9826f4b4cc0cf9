import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { aCompiledModel, aGate, aLane, aRow } from '#test/builders/a-model.ts'
import { checkModel } from './check-model.ts'

function check(model: Parameters<typeof aCompiledModel>[0], tree: readonly string[] | null = null): Diagnostic[] {
  return checkModel(aCompiledModel(model), tree)
}

function codes(found: readonly Diagnostic[]): string[] {
  return found.map((each) => each.code)
}

const row = aRow('billing', 'packages/billing/**', { line: 14 })
const lane = aLane('billing', { paths: ['packages/billing/**'] })

describe('a model that fits together gives no diagnostic', () => {
  it('with and without the tracked files', () => {
    expect(check({ rows: [row], lanes: [lane] })).toEqual([])
    expect(check({ rows: [row], lanes: [lane] }, ['packages/billing/a.go'])).toEqual([])
  })
})

describe('ownership-conflict: rows of equal rank for different domains all apply and give a warning', () => {
  it('the same pattern twice, without any file', () => {
    const other = aRow('iam', 'packages/billing/**', { line: 20 })
    const found = check({ rows: [row, other], lanes: [lane, aLane('iam')] })
    expect(found).toEqual([
      expect.objectContaining({ code: 'ownership-conflict', line: 14, message: expect.stringContaining('iam in line 20') }),
    ])
  })

  it('two patterns that meet on a tracked file', () => {
    const rows = [aRow('billing', 'a/*x*', { line: 3 }), aRow('iam', 'a/*y*', { line: 4 })]
    const lanes = [aLane('billing'), aLane('iam')]
    expect(codes(check({ rows, lanes }, ['a/y']))).toEqual([])
    expect(codes(check({ rows, lanes }, ['a/xy']))).toEqual(['ownership-conflict'])
  })

  it('not across maps', () => {
    const other = aRow('iam', 'packages/billing/**', { kind: 'schema' })
    expect(codes(check({ rows: [row, other], lanes: [lane, aLane('iam')] }))).toEqual([])
  })
})

describe('lane-path-not-owned: a path that no map gives to that domain is the warning', () => {
  it('when no row of the domain can meet it', () => {
    const found = check({ rows: [row], lanes: [aLane('billing', { paths: ['packages/billing/**', 'tools/billing/**'] })] })
    expect(found).toEqual([expect.objectContaining({ code: 'lane-path-not-owned', file: 'lanes/billing.yaml', line: 5 })])
  })

  it('when a tracked file that it claims belongs to others', () => {
    const rows = [row, aRow('iam', 'packages/billing/auth/**')]
    const found = check({ rows, lanes: [lane, aLane('iam')] }, ['packages/billing/auth/token.go'])
    expect(found.map((each) => each.message)).toEqual([expect.stringContaining('packages/billing/auth/token.go')])
  })

  it('not when there is no map at all to hold it against', () => {
    const maps = aCompiledModel().model.maps.map((map) => ({ ...map, state: 'absent' as const }))
    const compiled = aCompiledModel({ lanes: [lane] })
    expect(checkModel({ ...compiled, model: { ...compiled.model, maps } }, null)).toEqual([])
  })
})

describe('domains that are named exist', () => {
  it('an owner without a lane', () => {
    expect(check({ rows: [row] })).toEqual([expect.objectContaining({ code: 'domain-without-lane', line: 14, severity: 'warning' })])
  })

  it('consumers, dependencies and the consumer of a smoke', () => {
    const odd = aLane('billing', { dependsOn: ['iam'], gates: [aGate('consumer-smoke', 'billing', 's', { consumer: 'nobody' })] })
    const found = check({ rows: [{ ...row, consumers: ['ghost'] }], lanes: [odd] })
    expect(codes(found)).toEqual(['domain-unknown', 'domain-unknown', 'domain-unknown'])
  })
})

describe("a domain's gate must be declared in its lane, a global gate exists by being named", () => {
  const profile = {
    id: 'fast',
    kind: 'fast',
    mode: 'enforcing',
    maySkip: [],
    maxEvidenceAgeSeconds: null,
    file: 'p.yaml',
    line: 3,
  } as const

  it('an undeclared one is an error with the nearest names', () => {
    const profiles = [{ ...profile, smoke: 'global/anything', rollbackGate: 'billing/evidence/release-profil' }]
    const found = check({ rows: [row], lanes: [lane], profiles })
    expect(found).toEqual([
      expect.objectContaining({
        code: 'gate-unknown',
        severity: 'error',
        file: 'p.yaml',
        line: 3,
        hint: 'Did you mean billing/evidence/release-profile?',
      }),
    ])
  })
})

describe('pattern-needs-folder: where a tracked file shows that `**/` misses it, the row is pointed at', () => {
  const rows = [aRow('billing', 'db/**/*.sql', { line: 9 })]

  it('says which file and how to write it', () => {
    const found = check({ rows, lanes: [aLane('billing')] }, ['db/001.sql', 'db/x/002.sql'])
    expect(found).toEqual([
      expect.objectContaining({
        code: 'pattern-needs-folder',
        line: 9,
        message: expect.stringContaining('db/001.sql'),
        hint: expect.stringContaining('db/**.sql to match'),
      }),
    ])
  })

  it('is silent when no file is missed', () => {
    expect(check({ rows, lanes: [aLane('billing')] }, ['db/x/002.sql'])).toEqual([])
  })
})
