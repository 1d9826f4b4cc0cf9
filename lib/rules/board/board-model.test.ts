import { describe, expect, it } from 'vitest'
import type { ExtractionPacket, GuardMode } from '#lib/model/extraction-packet.ts'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { describeDomain, describeDomains } from './describe-domain.ts'
import { guardGates } from './guard-gates.ts'
import { orderLanes } from './order-lanes.ts'

function aPacket(domainId: string, given: Partial<ExtractionPacket> = {}): ExtractionPacket {
  return {
    file: 'packets.yaml',
    line: 3,
    domainId,
    fairwayTask: null,
    decision: null,
    crossProcessCallers: null,
    serviceAuth: [],
    degradation: null,
    rollback: null,
    releaseProfile: null,
    supportedConsumers: null,
    statusops: null,
    boundaryGuard: null,
    ...given,
  }
}

describe('domains stand in the order of the operating model’s groups, then by group of one’s own, then by id', () => {
  it.each([
    [
      ['gpuaas', 'GPUaaS product'],
      ['billing', 'Platform Billing/Metering'],
      ['iam', 'Platform IAM/Auth'],
      ['zeta', 'Our own'],
      ['plain', null],
      ['auth', 'Platform IAM/Auth'],
      ['alpha', 'Another'],
    ],
  ] as const)('%j', (...lanes) => {
    const ordered = orderLanes(lanes.map(([id, group]) => aLane(id, { group })))
    expect(ordered.map(({ domainId }) => domainId)).toEqual(['auth', 'iam', 'billing', 'gpuaas', 'alpha', 'zeta', 'plain'])
  })
})

describe('a domain in one line', () => {
  const model = aModel({
    lanes: [
      aLane('billing', {
        gates: [aGate('consumer-smoke', 'billing', 'precheck', { consumer: 'gpuaas' }), aGate('domain-local', 'billing', 'unit')],
      }),
      aLane('gpuaas', { dependsOn: ['billing'], paths: ['packages/gpuaas/**'] }),
      aLane('apps', { dependsOn: ['billing'] }),
    ],
    packets: [aPacket('billing', { supportedConsumers: { none: 'internal only' } })],
  })

  it('names its consumers: who says so, and whom its smokes are for, each once', () => {
    expect(describeDomains(model).map(({ domain, consumers }) => [domain, consumers])).toEqual([
      ['apps', []],
      ['billing', ['apps', 'gpuaas']],
      ['gpuaas', []],
    ])
  })

  it('counts its gates by layer', () => {
    expect(describeDomain(model, 'billing')?.gates).toEqual({
      'contract-global': 0,
      'domain-local': 1,
      'consumer-smoke': 1,
      'service-evidence': 0,
    })
  })

  it('has a packet, or says that there is none', () => {
    expect(describeDomain(model, 'billing')?.packet).toMatchObject({ supportedConsumers: { none: 'internal only' }, recommendation: null })
    expect(describeDomain(model, 'gpuaas')).toMatchObject({ packet: null, paths: [{ pattern: 'packages/gpuaas/**', line: 4 }] })
    expect(describeDomain(model, 'unknown')).toBeNull()
  })
})

describe('the guards of a repository', () => {
  const enforced = (domain: string, mode: GuardMode, gate: string | null) => aPacket(domain, { boundaryGuard: { mode, gate } })

  it('are the one that routing knows, those that packets name, and those that have reported', () => {
    const model = aModel({ packets: [enforced('a', 'warning', 'global/layering'), enforced('b', 'blocking', null)] })
    expect(guardGates(model, ['global/imports']).map(({ gate, mode }) => [gate, mode])).toEqual([
      ['global/boundary_guard', null],
      ['global/imports', null],
      ['global/layering', 'warning'],
    ])
  })

  it('work in the strictest mode that a packet asks for, whatever the order', () => {
    const packets = [
      enforced('a', 'warning', 'global/g'),
      enforced('b', 'blocking_new', 'global/g'),
      enforced('c', 'report_only', 'global/g'),
    ]
    for (const order of [packets, packets.toReversed()]) {
      expect(guardGates(aModel({ packets: order }), [])[1]).toEqual({ gate: 'global/g', mode: 'blocking_new', domains: ['a', 'b', 'c'] })
    }
  })
})
