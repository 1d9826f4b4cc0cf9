import { describe, expect, it } from 'vitest'
import { readDomainLane } from './domain-lane.ts'
import { collectFaults } from './located-faults.ts'

const FILE = 'lanes/platform-billing.yaml'

function read(...lines: string[]) {
  const faults = collectFaults(FILE)
  const lane = readDomainLane(new TextEncoder().encode(lines.join('\n')), faults)
  return {
    lane,
    diagnostics: faults.diagnostics(),
    told: faults.diagnostics().map(({ code, severity, line, column }) => `${code} ${severity} ${line}:${column}`),
  }
}

/** The example of the operating model, "Domain Lane Shape", as it stands there. */
const EXAMPLE = `domain_lane:
  domain_id: platform-billing
  source_paths:
    - packages/platform/billing/**
    - cmd/billing-worker/**
    - doc/api/**billing**
    - doc/architecture/**Billing**
  global_gates:
    - contracts
    - codegen
    - boundary_guard
    - security_baseline
  domain_local_gates:
    - go test ./packages/platform/billing ./cmd/billing-worker
    - migration/schema drift checks for billing-owned tables
    - ledger invariant tests
  consumer_smokes:
    - GPUaaS launch billing precheck
    - App runtime usage attribution
  service_evidence:
    - release profile evidence
    - degradation harness
    - reconciliation evidence
    - rollback posture
`

describe("contract 2.2: the operating model's example, as it stands there, must load without a warning", () => {
  const { lane, told } = read(EXAMPLE)

  it('says nothing of it', () => {
    expect(told).toEqual([])
  })

  it('claims its paths, each with its line', () => {
    expect(lane?.sourcePaths.map(({ pattern, line }) => `${line} ${pattern.alternatives.join(' ')}`)).toEqual([
      '4 packages/platform/billing/**',
      '5 cmd/billing-worker/**',
      '6 doc/api/**billing**',
      '7 doc/architecture/**Billing**',
    ])
  })

  it('declares the gates of the four layers in the order they are written', () => {
    expect(lane?.gates.map(({ id, layer, domain, declared }) => `${declared?.line} ${id} ${layer} ${domain}`)).toEqual([
      '9 global/contracts contract-global null',
      '10 global/codegen contract-global null',
      '11 global/boundary_guard contract-global null',
      '12 global/security_baseline contract-global null',
      '14 platform-billing/local/go-test-packages-platform-billing-cmd-billing-worker domain-local platform-billing',
      '15 platform-billing/local/migration-schema-drift-checks-for-billing-owned-tables domain-local platform-billing',
      '16 platform-billing/local/ledger-invariant-tests domain-local platform-billing',
      '18 platform-billing/smoke/gpuaas-launch-billing-precheck consumer-smoke platform-billing',
      '19 platform-billing/smoke/app-runtime-usage-attribution consumer-smoke platform-billing',
      '21 platform-billing/evidence/release-profile-evidence service-evidence platform-billing',
      '22 platform-billing/evidence/degradation-harness service-evidence platform-billing',
      '23 platform-billing/evidence/reconciliation-evidence service-evidence platform-billing',
      '24 platform-billing/evidence/rollback-posture service-evidence platform-billing',
    ])
  })

  it('takes what it does not say for unknown', () => {
    expect(lane).toMatchObject({ domainId: 'platform-billing', file: FILE, line: 2, title: 'platform-billing', kind: 'platform' })
    expect(lane).toMatchObject({ group: null, owner: null, dependsOn: null })
    expect(lane?.gates[4]).toMatchObject({
      title: 'go test ./packages/platform/billing ./cmd/billing-worker',
      run: null,
      maxAgeSeconds: null,
      deterministic: null,
    })
  })
})

describe('contract 2.2: every gate entry may also be a mapping', () => {
  const gate = (entry: string, list = 'consumer_smokes') => {
    const { lane, told, diagnostics } = read('domain_lane:', '  domain_id: billing', `  ${list}:`, `    - ${entry}`)
    return { gate: lane?.gates[0], told, diagnostics }
  }

  it('with all of its keys', () => {
    const entry =
      '{ id: precheck, title: "Launch precheck", run: make smoke, consumer: gpuaas, max_age: 72h, deterministic: true, producers: [ci, nightly] }'
    expect(gate(entry)).toMatchObject({
      told: [],
      gate: {
        id: 'billing/smoke/precheck',
        layer: 'consumer-smoke',
        domain: 'billing',
        title: 'Launch precheck',
        run: 'make smoke',
        consumer: 'gpuaas',
        maxAgeSeconds: 259_200,
        deterministic: true,
        producers: ['ci', 'nightly'],
        declared: { file: FILE, line: 4 },
      },
    })
  })

  it('whose id may be the last part or the whole, when it says the same', () => {
    expect(gate('{ id: billing/smoke/precheck }').gate).toMatchObject({ id: 'billing/smoke/precheck', title: 'precheck' })
    expect(gate('{ id: global/codegen }', 'global_gates').gate?.id).toBe('global/codegen')
    expect(gate('{ id: billing/local/precheck }')).toMatchObject({ gate: undefined, told: ['invalid-id error 4:13'] })
    expect(gate('{ id: iam/smoke/precheck }').told).toEqual(['invalid-id error 4:13'])
    expect(gate('{ id: Precheck }').told).toEqual(['invalid-id error 4:13'])
  })

  it('whose id is made of its title or command when it has none', () => {
    expect(gate('{ title: Launch precheck }').gate?.id).toBe('billing/smoke/launch-precheck')
    expect(gate('{ id: , run: make smoke }').gate).toMatchObject({ id: 'billing/smoke/make-smoke', title: 'make-smoke' })
    expect(gate('{ title: "…" }').told).toEqual(['invalid-id error 4:7'])
  })

  it('whose values are checked where they stand', () => {
    expect(gate('{ id: x, max_age: 3 months }').told).toEqual(['invalid-value error 4:25'])
    expect(gate('{ id: x, deterministic: yes }').told).toEqual(['invalid-value error 4:31'])
    expect(gate('{ id: x, consumer: GPUaaS }').told).toEqual(['invalid-id error 4:26'])
    expect(gate('{ id: x, runs: make }').told).toEqual(['unknown-key error 4:16'])
    expect(gate('{ id: x, colour: red }').told).toEqual(['unknown-key warning 4:16'])
    expect(gate('{ id: x, consumer: gpuaas }', 'domain_local_gates').told).toEqual(['invalid-value warning 4:16'])
    expect(gate('[a, b]').told).toEqual(['yaml-shape error 4:7'])
  })

  it('and text of which no id can be made is an error that says what to write', () => {
    expect(gate('日本').told).toEqual(['invalid-id error 4:7'])
    expect(gate('日本').diagnostics[0]?.hint).toContain('{ id: …')
  })
})

describe('lanes', () => {
  it('have the kind they say, else that of their group, else platform', () => {
    const kind = (...lines: string[]) => read('domain_lane:', '  domain_id: x', ...lines).lane?.kind
    expect(kind()).toBe('platform')
    expect(kind('  group: GPUaaS product')).toBe('product')
    expect(kind('  group: Frontend surfaces')).toBe('frontend')
    expect(kind('  group: Our own')).toBe('platform')
    expect(kind('  group: constructor')).toBe('platform')
    expect(kind('  group: GPUaaS product', '  kind: frontend')).toBe('frontend')
  })

  it('depend on nobody only when they say so', () => {
    expect(read('domain_lane:', '  domain_id: x', '  depends_on: []').lane?.dependsOn).toEqual([])
    expect(read('domain_lane:', '  domain_id: x', '  depends_on: [iam, iam, billing]').lane?.dependsOn).toEqual(['iam', 'billing'])
    expect(read('domain_lane:', '  domain_id: x', '  depends_on:').lane?.dependsOn).toBeNull()
  })

  it('may leave a list of gates empty', () => {
    expect(read('domain_lane:', '  domain_id: x', '  consumer_smokes: []', '  service_evidence:').told).toEqual([])
  })

  it('cannot declare one gate twice', () => {
    const { lane, told, diagnostics } = read('domain_lane:', '  domain_id: x', '  global_gates:', '    - Code gen', '    - code-gen')
    expect(lane?.gates).toHaveLength(1)
    expect(told).toEqual(['duplicate-id error 5:7'])
    expect(diagnostics[0]?.message).toContain('line 4')
  })

  it('have their faulty paths located, and keep the others', () => {
    const { lane, told } = read(
      'domain_lane:',
      '  domain_id: x',
      '  source_paths:',
      '    - /abs',
      '    - a/../b',
      '    - "!x"',
      '    - ok/**',
    )
    expect(told).toEqual(['pattern-absolute error 4:7', 'pattern-parent error 5:9', 'pattern-negated error 6:7'])
    expect(lane?.sourcePaths.map(({ pattern }) => pattern.text)).toEqual(['ok/**'])
  })

  it('keep their gates under the name of their file when they have no id that can be read', () => {
    for (const id of ['', '  domain_id: Platform Billing', '  domain_id: [a]', '  domain_id: global']) {
      const { lane, told } = read('domain_lane:', id, '  global_gates: [codegen]', '  domain_local_gates: [unit]')
      expect(lane?.gates.map((gate) => gate.id)).toEqual(['global/codegen', 'platform-billing/local/unit'])
      expect(told).toHaveLength(1)
      expect(told[0]).toMatch(/ error /)
    }
  })

  it('are an error when there is no lane in the file', () => {
    expect(read('domain_lanes: []').told).toContain('unknown-key error 1:1')
    expect(read('domain_lane:').told).toEqual(['yaml-shape error 1:1'])
    expect(read('domain_lane: []').told).toEqual(['yaml-shape error 1:14'])
    expect(read('- a').told).toEqual(['yaml-shape error 1:1'])
    expect(read('a: 1\na: 2').told).toEqual(['yaml-syntax error 2:1'])
  })

  it('are an error when a list is something else, or a key has a slip', () => {
    expect(read('domain_lane:', '  domain_id: x', '  global_gates: codegen').told).toEqual(['yaml-shape error 3:17'])
    const { told, diagnostics } = read('domain_lane:', '  domain_id: x', '  local_gates: [unit]')
    expect(told).toEqual(['unknown-key error 3:3'])
    expect(diagnostics[0]?.hint).toBe('Write `domain_local_gates`.')
  })
})
