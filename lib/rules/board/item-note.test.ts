import { describe, expect, it } from 'vitest'
import type { Evidence } from '#lib/model/evidence.ts'
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
  expect(itemNote({ id: 'consumer-smokes' }, { lane, packet, candidate })).toBe('1 of 1 passed')
})

describe('"release profile gates pass in enforcing mode for the domain"', () => {
  const gate = aGate('domain-local', 'billing', 'unit')
  const lane = aLane('billing', { gates: [gate] })
  const note = (evidence: readonly Evidence[], packet: ReturnType<typeof aReadyPacket> | null) => {
    const model = aModel({ lanes: [lane], packets: packet === null ? [] : [packet] })
    const candidate = judgeCandidate(model, someFacts({ evidence }), { profile: null, now: NOW })
    return itemNote({ id: 'profile-gates' }, { lane, packet, candidate })
  }

  it('where only the profile is missing, the note says so and counts no passes beside the word Missing', () => {
    expect(note([aPass(gate)], null)).toBe('no release profile')
    expect(note([aPass(gate)], aReadyPacket({ domainId: 'billing', releaseProfile: null }))).toBe('no release profile')
  })

  it('what has not passed is counted all the same', () => {
    expect(note([], null)).toBe('0 of 1 passed')
    expect(note([aPass(gate)], aReadyPacket({ domainId: 'billing' }))).toBe('1 of 1 passed')
  })
})
