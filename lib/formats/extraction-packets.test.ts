import { describe, expect, it } from 'vitest'
import { readExtractionPackets } from './extraction-packets.ts'
import { collectFaults } from './located-faults.ts'

function read(text: string) {
  const faults = collectFaults('packets.yaml')
  const packets = readExtractionPackets(new TextEncoder().encode(text), faults)
  return { packets, told: faults.diagnostics().map(({ code, severity, line }) => `${code} ${severity} ${line}`) }
}

/** A file with one packet that has the given line beside its domain. */
function packet(line: string) {
  return read(`schema: lanekeeper.extraction-packets.v1\npackets:\n  - domain_id: billing\n    ${line}\n`)
}

describe('contract 2.4: extraction packets', () => {
  it('reads the example of the contract', () => {
    const text = `schema: lanekeeper.extraction-packets.v1
packets:
  - domain_id: platform-billing
    fairway_task: PSSM-BILLING-PACKET-EXTRACT-001
    decision: { recommendation: split_worker, decided_on: 2026-11-19, document: doc/decisions/billing.md }
    cross_process_callers: [gpuaas-api, metering-exporter]      # or: none, with a reason
    service_auth:
      - { caller: gpuaas-api, mechanism: service-account-token, status: approved, document: doc/auth/gpuaas-api.md }
    degradation: { contract: doc/billing-degradation.md, gate: platform-billing/evidence/degradation-harness }
    rollback: { command: deployctl rollback billing-worker --to previous, document: doc/runbooks/billing-rollback.md, gate: platform-billing/evidence/rollback-drill }
    release_profile: platform-control
    supported_consumers: [gpuaas, app-platform]                  # or: none, with a reason
    statusops: { component: billing, gate: platform-billing/evidence/slo }
    boundary_guard: { mode: blocking_new, gate: global/boundary_guard }
`
    expect(read(text)).toEqual({
      told: [],
      packets: [
        {
          file: 'packets.yaml',
          line: 3,
          domainId: 'platform-billing',
          fairwayTask: 'PSSM-BILLING-PACKET-EXTRACT-001',
          decision: { recommendation: 'split_worker', decidedOn: '2026-11-19', document: 'doc/decisions/billing.md' },
          crossProcessCallers: { entries: ['gpuaas-api', 'metering-exporter'] },
          serviceAuth: [
            { caller: 'gpuaas-api', mechanism: 'service-account-token', status: 'approved', document: 'doc/auth/gpuaas-api.md', line: 8 },
          ],
          degradation: { contract: 'doc/billing-degradation.md', gate: 'platform-billing/evidence/degradation-harness' },
          rollback: {
            command: 'deployctl rollback billing-worker --to previous',
            document: 'doc/runbooks/billing-rollback.md',
            gate: 'platform-billing/evidence/rollback-drill',
          },
          releaseProfile: 'platform-control',
          supportedConsumers: { entries: ['gpuaas', 'app-platform'] },
          statusops: { component: 'billing', gate: 'platform-billing/evidence/slo' },
          boundaryGuard: { mode: 'blocking_new', gate: 'global/boundary_guard' },
        },
      ],
    })
  })

  it('takes what a packet does not say for absent', () => {
    expect(packet('fairway_task: X').packets[0]).toMatchObject({
      ...{ decision: null, crossProcessCallers: null, serviceAuth: [], degradation: null, rollback: null },
      ...{ releaseProfile: null, supportedConsumers: null, statusops: null, boundaryGuard: null },
    })
  })
})

describe('contract 2.4: only an explicit `none` with a reason is an empty requirement', () => {
  it.each([
    ['{ none: nobody calls it over the network }', 'nobody calls it over the network'],
    ['none, nobody calls it', 'nobody calls it'],
    ['"none: nobody calls it"', 'nobody calls it'],
    ['None — nobody calls it', 'nobody calls it'],
  ])('%s is one', (value, reason) => {
    expect(packet(`cross_process_callers: ${value}`)).toMatchObject({ told: [], packets: [{ crossProcessCallers: { none: reason } }] })
  })

  it.each(['none', '[]', '{ none: }', '{ none: " " }', 'none,', 'nobody', '"none:"'])('%s is none, and an error', (value) => {
    expect(packet(`supported_consumers: ${value}`)).toMatchObject({
      told: ['empty-requirement error 4'],
      packets: [{ supportedConsumers: null }],
    })
  })

  it('names callers by id', () => {
    expect(packet('cross_process_callers: [GPUaaS, api]')).toMatchObject({
      told: ['invalid-id error 4'],
      packets: [{ crossProcessCallers: { entries: ['api'] } }],
    })
  })
})

describe('a packet with a fault', () => {
  it.each([
    ['decision: { recommendation: extract }', 'invalid-value error 4'],
    ['decision: { document: x.md }', 'yaml-shape error 4'],
    ['decision: { recommendation: keep, decided_on: 2026-02-30 }', 'invalid-value error 4'],
    ['degradation: { gate: degradation-harness }', 'invalid-id error 4'],
    ['boundary_guard: { mode: strict }', 'invalid-value error 4'],
    ['boundary_guard: { gate: global/boundary_guard }', 'yaml-shape error 4'],
    ['service_auth: [{ caller: api, mechanism: mtls }]', 'yaml-shape error 4'],
    ['service_auths: []', 'unknown-key error 4'],
    ['rollback: make rollback', 'yaml-shape error 4'],
  ])('%s is told, and the part is unmet', (line, told) => {
    const found = packet(line)
    expect(found.told).toEqual([told])
    expect(found.packets[0]).toMatchObject({ serviceAuth: [], boundaryGuard: null, rollback: null })
  })

  it('is told when the schema, the domain or the list is wrong', () => {
    expect(read('packets: []').told).toEqual(['invalid-value error 1'])
    expect(read('schema: v2\npackets: []').told).toEqual(['invalid-value error 1'])
    expect(read('schema: lanekeeper.extraction-packets.v1\npackets: [{ fairway_task: X }]').told).toEqual(['invalid-id error 2'])
    const twice = read('schema: lanekeeper.extraction-packets.v1\npackets:\n- { domain_id: a }\n- { domain_id: a }')
    expect(twice).toMatchObject({ told: ['duplicate-id error 4'], packets: [{ line: 3 }, { line: 4 }] })
  })
})
