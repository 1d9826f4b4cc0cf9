import { describe, expect, it } from 'vitest'
import { collectFaults } from './located-faults.ts'
import { readRoutingRules } from './routing-rules.ts'

function read(text: string) {
  const faults = collectFaults('rules.yaml')
  const rules = readRoutingRules(new TextEncoder().encode(text), faults)
  return { ...rules, told: faults.diagnostics().map(({ code, severity, line }) => `${code} ${severity} ${line}`) }
}

describe('contract 2: routing rules add to the built-in seven and can never remove a gate', () => {
  it('reads gates, rules and portal artifacts', () => {
    const found = read(`version: 1
gates:
  - { id: global/codegen, title: Generated code is current, run: make codegen-check, max_age: 30d, deterministic: true, producers: [ci] }
  - { id: licence-scan, layer: service-evidence }
rules:
  - id: terraform
    classes: [cicd, unmapped]
    paths: ["**/*.tf", "infra/{prod,stage}/"]
    domains: [platform-iam]
    gates: [global/licence-scan, platform-iam/local/unit]
    reviews: [security]
  - id: always
    gates: [global/licence-scan]
portal_artifacts: ["doc/portal/dist/**"]
`)
    expect(found.told).toEqual([])
    expect(found.gates).toMatchObject([
      {
        id: 'global/codegen',
        layer: 'contract-global',
        domain: null,
        title: 'Generated code is current',
        run: 'make codegen-check',
        maxAgeSeconds: 2_592_000,
        deterministic: true,
        producers: ['ci'],
        declared: { file: 'rules.yaml', line: 3 },
      },
      { id: 'global/licence-scan', layer: 'service-evidence', title: 'licence-scan', run: null },
    ])
    expect(found.rules).toEqual([
      {
        file: 'rules.yaml',
        line: 6,
        id: 'terraform',
        classes: ['cicd', 'unmapped'],
        paths: [
          { text: '**/*.tf', alternatives: ['**/*.tf'] },
          { text: 'infra/{prod,stage}/', alternatives: ['infra/prod', 'infra/stage'] },
        ],
        domains: ['platform-iam'],
        gates: ['global/licence-scan', 'platform-iam/local/unit'],
        reviews: ['security'],
      },
      {
        file: 'rules.yaml',
        line: 12,
        id: 'always',
        classes: null,
        paths: null,
        domains: null,
        gates: ['global/licence-scan'],
        reviews: [],
      },
    ])
    expect(found.portalArtifacts.map(({ text }) => text)).toEqual(['doc/portal/dist/**'])
  })

  it('holds a rule for every file when its condition cannot be read, for it would hold for too few', () => {
    const rule = (condition: string) => read(`rules:\n  - { id: r, gates: [global/x], ${condition} }`)
    expect(rule('paths: [a, /b]')).toMatchObject({ told: ['pattern-absolute error 2'], rules: [{ paths: null }] })
    expect(rule('paths: a')).toMatchObject({ told: ['yaml-shape error 2'], rules: [{ paths: null }] })
    expect(rule('classes: [docs, doc]')).toMatchObject({ told: ['invalid-value error 2'], rules: [{ classes: null }] })
    expect(rule('domains: [A]')).toMatchObject({ told: ['invalid-id error 2'], rules: [{ domains: null }] })
    expect(rule('domains: []')).toMatchObject({ told: ['invalid-value error 2'], rules: [{ domains: null }] })
  })

  it.each([
    ['version: 2', 'invalid-value error 1'],
    ['rules:\n  - { gates: [global/x] }', 'invalid-id error 2'],
    ['rules:\n  - { id: r, gates: [x] }', 'invalid-id error 2'],
    ['rules:\n  - { id: r, reviews: [legal] }', 'invalid-value error 2'],
    ['rules:\n  - { id: r }', 'invalid-value warning 2'],
    ['rules:\n  - { id: r, gates: [global/x] }\n  - { id: r, gates: [global/y] }', 'duplicate-id error 3'],
    ['gates:\n  - { id: billing/local/x }', 'invalid-id error 2'],
    ['gates:\n  - { id: x, layer: local }', 'invalid-value error 2'],
    ['rule: []', 'unknown-key error 1'],
  ])('%j is told', (text, told) => {
    expect(read(text).told).toContain(told)
  })
})
