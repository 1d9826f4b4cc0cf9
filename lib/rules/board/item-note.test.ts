import { expect, it } from 'vitest'
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
