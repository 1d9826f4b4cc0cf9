import { describe, expect, it } from 'vitest'
import { collectFaults } from './located-faults.ts'
import { readReleaseProfiles } from './release-profiles.ts'

function read(text: string) {
  const faults = collectFaults('profiles.yaml')
  const profiles = readReleaseProfiles(new TextEncoder().encode(text), faults)
  return { profiles, told: faults.diagnostics().map(({ code, severity, line }) => `${code} ${severity} ${line}`) }
}

describe('contract 2.5: release profiles', () => {
  it('reads the example of the contract', () => {
    const text = `profiles:
  platform-control: { kind: full, mode: enforcing }
  hotfix-fast:
    kind: fast
    mode: enforcing
    may_skip: [consumer-smoke, service-evidence]        # layers or gate ids; never contract-global
    smoke: global/hotfix-smoke
    max_evidence_age: 72h
    rollback_gate: global/rollback-drill
  dry-run: { kind: validation-only, mode: advisory }
`
    const nothing = { maySkip: [], smoke: null, maxEvidenceAgeSeconds: null, rollbackGate: null }
    expect(read(text)).toEqual({
      told: [],
      profiles: [
        { id: 'platform-control', file: 'profiles.yaml', line: 2, kind: 'full', mode: 'enforcing', ...nothing },
        {
          ...{ id: 'hotfix-fast', file: 'profiles.yaml', line: 3, kind: 'fast', mode: 'enforcing' },
          ...{ maySkip: ['consumer-smoke', 'service-evidence'], smoke: 'global/hotfix-smoke' },
          ...{ maxEvidenceAgeSeconds: 259_200, rollbackGate: 'global/rollback-drill' },
        },
        { id: 'dry-run', file: 'profiles.yaml', line: 10, kind: 'validation-only', mode: 'advisory', ...nothing },
      ],
    })
  })

  it('never lets a profile skip the global gates, nor any but a fast profile skip at all', () => {
    const fast = read('profiles:\n  f: { kind: fast, mode: enforcing, may_skip: [contract-global, billing/local/unit, sometimes] }')
    expect(fast).toMatchObject({ told: ['invalid-value error 2', 'invalid-id error 2'], profiles: [{ maySkip: ['billing/local/unit'] }] })
    const full = read('profiles:\n  f: { kind: full, mode: enforcing, may_skip: [consumer-smoke] }')
    expect(full).toMatchObject({ told: ['invalid-value error 2'], profiles: [{ maySkip: [] }] })
  })

  it.each([
    ['profiles:\n  F: { kind: full, mode: enforcing }', 'invalid-id error 2'],
    ['profiles:\n  f: { kind: slow, mode: enforcing }', 'invalid-value error 2'],
    ['profiles:\n  f: { kind: full }', 'yaml-shape error 2'],
    ['profiles:\n  f:', 'yaml-shape error 2'],
    ['profiles:\n  f: full', 'yaml-shape error 2'],
    ['profiles: [f]', 'yaml-shape error 1'],
    ['profile: {}', 'unknown-key error 1'],
    ['profiles:', 'yaml-shape warning 1'],
  ])('%j is told', (text, told) => {
    const { profiles, told: found } = read(text)
    expect(profiles).toEqual([])
    expect(found).toContain(told)
  })
})
