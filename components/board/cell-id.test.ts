import { describe, expect, it } from 'vitest'
import type { BoardRow } from '#lib/model/board.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { cellId, findCell, neighbourOf } from './cell-id.ts'

const ROWS: readonly BoardRow[] = ['platform-billing', 'web.v2'].map((domain) => ({
  domain,
  group: null,
  title: domain,
  owner: null,
  verdict: 'unknown',
  cells: GATE_LAYERS.map((id) => ({ id, status: 'missing', overlays: [], note: '', reasons: [] })),
}))

describe('the cell that an address names', () => {
  it('is found by its domain and column, also where the domain has a dot', () => {
    expect(findCell(ROWS, cellId('web.v2', 3))).toEqual({ row: ROWS[1], cell: ROWS[1]?.cells[2], number: 3 })
  })

  it.each(['', 'web', 'web.v2', 'web.v2.0', 'web.v2.5', 'web.v2.03', 'web.v2.-1', 'nobody.1', 'platform-billing.1.'])(
    '%j is none',
    (id) => {
      expect(findCell(ROWS, id)).toBeNull()
    },
  )

  it('has neighbours along the rows, and none beyond the ends', () => {
    expect(neighbourOf(ROWS, 'platform-billing.1', 1)).toBe('platform-billing.2')
    expect(neighbourOf(ROWS, 'platform-billing.4', 1)).toBe('web.v2.1')
    expect(neighbourOf(ROWS, 'web.v2.1', -1)).toBe('platform-billing.4')
    expect(neighbourOf(ROWS, 'platform-billing.1', -1)).toBeNull()
    expect(neighbourOf(ROWS, 'web.v2.4', 1)).toBeNull()
    expect(neighbourOf(ROWS, 'nobody.1', 1)).toBeNull()
  })
})
