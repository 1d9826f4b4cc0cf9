import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOARD_TABS, type RowFace } from '#lib/model/board.ts'
import { ELIGIBILITY_ITEMS, ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'
import { packRows, unpackRows } from './packed-rows.ts'

const COLUMNS = { items: ELIGIBILITY_ITEMS, layers: GATE_LAYERS }
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '%2c', 'a|b~c,d%', '<script>', '\u202e', '3 of 4 passed'))

describe('rows that are packed for the page', () => {
  it.each(BOARD_TABS)('come out as they went in, whatever their texts are: %s', (tab) => {
    const cells = fc.tuple(
      ...COLUMNS[tab].map((id) =>
        fc.record({ id: fc.constant(id), status: fc.constantFrom(...STATUSES), overlays: fc.subarray([...OVERLAYS]), note: text }),
      ),
    )
    const row: fc.Arbitrary<RowFace> = fc.record({
      domain: text,
      group: fc.option(text),
      title: text,
      owner: fc.option(text),
      verdict: fc.constantFrom(...ELIGIBILITY_VERDICTS),
      cells,
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(unpackRows(packRows(rows), tab)).toEqual(rows)
      }),
    )
  })

  it('of 200 domains by eight items take less than 24 KiB', () => {
    const rows = Array.from({ length: 200 }, (_, at): RowFace => {
      const cells = ELIGIBILITY_ITEMS.map((id, number) => ({
        id,
        status: STATUSES[(at + number) % STATUSES.length] ?? 'missing',
        overlays: [],
        note: `${number} of ${at % 40} passed`,
      }))
      return { domain: `platform-domain-${at}`, group: 'Platform', title: `Domain ${at}`, owner: `@team-${at}`, verdict: 'unknown', cells }
    })
    expect(packRows(rows).length).toBeLessThan(24 * 1024)
  })

  it('a skip stays a skip', () => {
    const cells = GATE_LAYERS.map((id) => ({ id, status: 'skipped' as const, overlays: ['debt' as const], note: '' }))
    const [row] = unpackRows(
      packRows([{ domain: 'web', group: null, title: 'Web', owner: null, verdict: 'not-eligible', cells }]),
      'layers',
    )
    expect(row?.cells.map(({ status, overlays }) => [status, ...overlays])).toEqual(Array(4).fill(['skipped', 'debt']))
  })
})
