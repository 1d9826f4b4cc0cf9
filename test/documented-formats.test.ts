import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileModel } from '#lib/usecases/compile-model.ts'
import { aSourceTree } from './builders/a-source-tree.ts'

const PAGE = readFileSync('docs/formats.md', 'utf8')
const FILES = Object.fromEntries([...PAGE.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, path = '', text = '']) => [path, text]))

// What the packet's documents would be in the repository.
const TRACKED = [
  ...Object.keys(FILES),
  'doc/decisions/billing.md',
  'doc/auth/billing-gpuaas-api.md',
  'doc/architecture/Platform_Billing_Degradation_v1.md',
  'doc/runbooks/billing-rollback.md',
]

describe('the examples of docs/formats.md', () => {
  const { model } = compileModel(aSourceTree(FILES), { name: 'elsewhere', tree: TRACKED })

  it('are one repository that loads without a diagnostic', () => {
    expect(model.diagnostics).toEqual([])
    expect(model.repository).toBe('gpuaas-platform')
  })

  it('show every file there is', () => {
    expect(model.files).toEqual(Object.keys(FILES).toSorted())
    expect(model.maps.filter((map) => map.state !== 'read' || map.rows.length === 0)).toEqual([])
    expect([model.lanes.length, model.profiles.length, model.packets.length]).toEqual([2, 3, 1])
    expect([model.guardBaseline.length, model.guardAllowedDebt.length]).toEqual([1, 1])
    expect([model.routingRules.gates.length, model.routingRules.rules.length]).toEqual([2, 1])
  })
})
