import { describe, expect, it } from 'vitest'
import { collectFaults } from './located-faults.ts'
import { DEFAULT_LOCATIONS, readSettings } from './settings.ts'

function read(text: string | null) {
  const faults = collectFaults('lanekeeper.yaml')
  const settings = readSettings(text === null ? null : new TextEncoder().encode(text), faults)
  return { ...settings, told: faults.diagnostics().map(({ code, severity, line, column }) => `${code} ${severity} ${line}:${column}`) }
}

describe('contract 2: `lanekeeper.yaml` may move any of the files; every key is optional', () => {
  it('leaves everything where it usually is when there is no file', () => {
    expect(read(null)).toEqual({ repository: null, locations: DEFAULT_LOCATIONS, named: new Map(), told: [] })
  })

  it('says the defaults of the contract', () => {
    const text = `version: 1
repository: gpuaas-platform
ownership_maps: doc/architecture/platform-foundation/ownership-maps
guard_baseline: doc/architecture/platform-foundation/guard-fingerprint-baseline.tsv
guard_allowed_debt: doc/architecture/platform-foundation/guard-allowed-debt.tsv
extraction_packets: .fairway/artifacts/platform-shared-services-extraction-packets.yaml
domain_lanes: doc/architecture/platform-foundation/domain-lanes
release_profiles: doc/governance/release-profiles.yaml
routing_rules: doc/governance/routing-rules.yaml
`
    const { repository, locations, named, told } = read(text)
    expect({ repository, locations, told }).toEqual({ repository: 'gpuaas-platform', locations: DEFAULT_LOCATIONS, told: [] })
    expect([...named.values()]).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  it('moves what it names, and knows in which line', () => {
    const { locations, named, told } = read('ownership_maps: ./model/maps/\nrouting_rules: model//rules.yaml')
    expect(told).toEqual([])
    expect(locations).toEqual({ ...DEFAULT_LOCATIONS, ownershipMaps: 'model/maps', routingRules: 'model/rules.yaml' })
    expect([...named]).toEqual([
      ['ownershipMaps', 1],
      ['routingRules', 2],
    ])
  })

  it.each([
    ['version: 2', 'invalid-value error 1:10'],
    ['version: 1\nownership_maps: /etc', 'invalid-value error 2:17'],
    ['domain_lanes: ../lanes', 'invalid-value error 1:15'],
    ['domain_lanes: .', 'invalid-value error 1:15'],
    ['domain_lanes: "a\\\\b"', 'invalid-value error 1:15'],
    ['domain_lanes: [a]', 'yaml-shape error 1:15'],
    ['domain_lane: lanes', 'unknown-key error 1:1'],
    ['version: [', 'yaml-syntax error 1:11'],
  ])('%j is an error, and the defaults are used', (text, told) => {
    const found = read(`${text}\n`)
    expect(found.told).toContain(told)
    expect(found).toMatchObject({ repository: null, locations: DEFAULT_LOCATIONS })
  })
})
