import { describe, expect, it } from 'vitest'
import { filterGates, groupGates } from './filter-gates.ts'
import type { GateView } from './gate-view.ts'

const aGate = (id: string, differs: Partial<GateView> = {}): GateView => ({
  id,
  layer: 'domain-local',
  domain: 'platform-billing',
  title: 'Ledger invariants',
  run: null,
  reasons: 1,
  chains: [{ rule: 'shared-service', text: '', changeClass: 'shared-service', owner: null, declared: null, files: [0] }],
  ...differs,
})

const PATHS = ['packages/platform/billing/ledger.go', 'doc/README.md']

describe('filtering the gates of a plan', () => {
  const gates = [aGate('platform-billing/local/ledger'), aGate('gpuaas/smoke/launch', { title: 'Launch', chains: [] })]

  it('finds by title, id, or a file that brings the gate, every word at once and in any case', () => {
    const found = (filter: string) => filterGates(gates, PATHS, filter).map((gate) => gate.id)
    expect(found('LEDGER local')).toEqual(['platform-billing/local/ledger'])
    expect(found('ledger.go')).toEqual(['platform-billing/local/ledger'])
    expect(found('smoke')).toEqual(['gpuaas/smoke/launch'])
    expect(found('ledger smoke')).toEqual([])
  })

  it('leaves the list whole when there is nothing to look for', () => {
    expect(filterGates(gates, PATHS, '  ')).toBe(gates)
  })
})

describe('gates stand by layer, then by domain', () => {
  it('leaves out a layer without gates and keeps the order of the plan', () => {
    const grouped = groupGates([
      aGate('global/a', { layer: 'contract-global', domain: null }),
      aGate('b/local/x', { domain: 'b' }),
      aGate('c/local/x', { domain: 'c' }),
    ])
    expect(grouped.map(({ layer, gates, domains }) => [layer, gates, domains.map(({ domain }) => domain)])).toEqual([
      ['contract-global', 1, [null]],
      ['domain-local', 2, ['b', 'c']],
    ])
  })
})
