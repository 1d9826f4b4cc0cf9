import { describe, expect, it } from 'vitest'
import { aCompiledModel, aLane, aRow } from '#test/builders/a-model.ts'
import { sampleChange } from './sample-change.ts'

const compiled = aCompiledModel({
  rows: [
    aRow('platform-billing', 'packages/platform/billing/**'),
    aRow('platform-billing', 'doc/api/**billing**', { kind: 'route', column: 'spec' }),
  ],
  lanes: [aLane('platform-billing')],
})

describe('a sample fills in a realistic change for the repository’s own model', () => {
  it('takes one tracked file of each kind, the one without an owner last', () => {
    const tree = [
      'doc/api/billing.yaml',
      'packages/platform/billing/ledger_test.go',
      'packages/platform/billing/ledger.go',
      'tools/x.sh',
      'tools/y.sh',
    ]
    expect(sampleChange({ compiled, tree })).toEqual(['packages/platform/billing/ledger.go', 'doc/api/billing.yaml', 'tools/y.sh'])
  })

  it('has nothing to offer when no tracked path is known', () => {
    expect(sampleChange({ compiled, tree: [] })).toEqual([])
  })

  it('looks at a great repository in moderation', () => {
    const tree = Array.from({ length: 50_000 }, (_, index) => `packages/platform/billing/f${index}.go`)
    expect(sampleChange({ compiled, tree })).toEqual(['packages/platform/billing/f25000.go'])
  })
})
