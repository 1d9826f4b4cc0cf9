import { describe, expect, it } from 'vitest'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Status } from '#lib/model/status.ts'
import { aPass, NOW, someFacts } from '#test/builders/a-candidate.ts'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { aReadyPacket } from '#test/builders/a-ready-world.ts'
import { judgeCandidate } from '../release/judge-candidate.ts'
import { itemNote } from './item-note.ts'

it('"consumer smokes pass for every supported product consumer": those of others are not counted beside it', () => {
  const supported = aGate('consumer-smoke', 'billing', 'precheck', { consumer: 'gpuaas' })
  const other = aGate('consumer-smoke', 'billing', 'invoice-page', { consumer: 'web' })
  const lane = aLane('billing', { gates: [supported, other] })
  const packet = aReadyPacket({ domainId: 'billing', supportedConsumers: { entries: ['gpuaas'] } })
  const model = aModel({ lanes: [lane], packets: [packet] })
  const candidate = judgeCandidate(model, someFacts({ evidence: [aPass(supported)] }), { profile: null, now: NOW })
  expect(candidate.gates.map(({ gate, status }) => [gate, status])).toEqual(
    expect.arrayContaining([
      [supported.id, 'passed'],
      [other.id, 'missing'],
    ]),
  )
  expect(itemNote({ id: 'consumer-smokes', status: 'passed' }, { lane, packet, candidate })).toBe('1 of 1 passed')
})

describe('"release profile gates pass in enforcing mode for the domain"', () => {
  const gate = aGate('domain-local', 'billing', 'unit')
  const lane = aLane('billing', { gates: [gate] })
  const note = (evidence: readonly Evidence[], status: Status) => {
    const model = aModel({ lanes: [lane] })
    const candidate = judgeCandidate(model, someFacts({ evidence }), { profile: null, now: NOW })
    return itemNote({ id: 'profile-gates', status }, { lane, packet: null, candidate })
  }

  it.each(['missing', 'failed', 'blocked'] as const)('where every gate has passed, no passes are counted beside the word %s', (status) => {
    expect(note([aPass(gate)], status)).toBe('profile or layer open')
  })

  it('what has not passed is counted all the same, and so is what has where the point has passed', () => {
    expect(note([], 'missing')).toBe('0 of 1 passed')
    expect(note([aPass(gate)], 'passed')).toBe('1 of 1 passed')
  })
})
