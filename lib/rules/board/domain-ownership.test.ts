import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { aLane, aModel, aRow } from '#test/builders/a-model.ts'
import { domainOwnership } from './domain-ownership.ts'

const notOwned: Diagnostic = {
  file: 'lanes/billing.yaml',
  line: 5,
  column: 1,
  code: 'lane-path-not-owned',
  severity: 'warning',
  message: 'no map gives it',
  hint: 'add a row',
}

describe('what a domain owns, claims, and what is wrong with what says so', () => {
  const model = aModel({
    rows: [aRow('billing', 'packages/billing/**'), aRow('billing', 'api/billing.yaml', { kind: 'route' }), aRow('iam', 'packages/iam/**')],
    lanes: [aLane('billing', { paths: ['packages/billing/**', 'doc/billing/**'] }), aLane('iam', { paths: ['packages/iam/**'] })],
    diagnostics: [notOwned, { ...notOwned, file: 'lanes/iam.yaml' }],
  })
  const owned = domainOwnership(model, 'billing')

  it('has its rows of every map, each with its place, and no row of another', () => {
    expect(owned.rows.map(({ kind, file, line, patterns }) => [kind, file, line, patterns])).toEqual([
      ['package', expect.stringContaining('package'), expect.any(Number), ['packages/billing/**']],
      ['route', expect.stringContaining('route'), expect.any(Number), ['api/billing.yaml']],
    ])
  })

  it('tells a claim that no map backs from one that a map does', () => {
    expect(owned.claims.map(({ pattern, line, owned }) => [pattern, line, owned])).toEqual([
      ['packages/billing/**', 4, true],
      ['doc/billing/**', 5, false],
    ])
  })

  it('names what is wrong with its own files alone', () => {
    expect(owned.diagnostics).toEqual([notOwned])
  })

  it('says which maps could not be read, for what they give it is not known', () => {
    expect(owned.unread).toEqual([])
    expect(domainOwnership(aModel({ lanes: model.lanes, faultyMap: 'schema' }), 'billing').unread).toMatchObject([
      { kind: 'schema', state: 'faulty' },
    ])
  })
})
