import { describe, expect, it } from 'vitest'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { STATUSES } from '#lib/model/status.ts'
import { endsSoon } from './ends-soon.ts'
import { whyNotExcept } from './why-not-except.ts'

describe('what the pages offer of exceptions', () => {
  it('"not possible for contract-global gates that failed", and possible for any other', () => {
    const refused = GATE_LAYERS.flatMap((layer) =>
      STATUSES.flatMap((status) => (whyNotExcept(layer, status) === null ? [] : [[layer, status]])),
    )
    expect(refused).toEqual([['contract-global', 'failed']])
  })

  it('one that ends within seven days is told apart', () => {
    const now = new Date('2026-12-01T00:00:00Z')
    expect(endsSoon({ expiresAt: '2026-12-07T23:59:59.999Z' }, now)).toBe(true)
    expect(endsSoon({ expiresAt: '2026-12-08T00:00:00.000Z' }, now)).toBe(false)
  })
})
