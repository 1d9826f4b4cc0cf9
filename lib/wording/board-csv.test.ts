import { describe, expect, it } from 'vitest'
import type { BoardRow } from '#lib/model/board.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { boardCsv } from './board-csv.ts'

const ORIGIN = { candidate: '3f0c', computedAt: '2026-11-24T09:00:00.000Z' }

function row(changed: Partial<BoardRow>): BoardRow {
  const cells = GATE_LAYERS.map((id) => ({ id, status: 'passed', overlays: [], note: '', reasons: [] }) as const)
  return { domain: 'web', group: null, title: 'Web', owner: null, verdict: 'eligible', cells, ...changed }
}

const lines = (changed: Partial<BoardRow>) => boardCsv('layers', [row(changed)], ORIGIN).split('\r\n')

describe('the board as CSV', () => {
  it('has a line a domain and a column a layer or item', () => {
    expect(lines({})).toEqual([
      'candidate,judged_at,domain,title,owner,verdict,contract-global,domain-local,consumer-smoke,service-evidence',
      '3f0c,2026-11-24T09:00:00.000Z,web,Web,,eligible,passed,passed,passed,passed',
      '',
    ])
    expect(boardCsv('items', [], ORIGIN)).toContain('verdict,extraction-decision,service-auth,')
  })

  it('says skipped of a skip, and what is on top of a status', () => {
    const cells = [{ id: 'domain-local', status: 'skipped', overlays: ['debt', 'flaky'], note: '', reasons: [] }] as const
    expect(lines({ cells })[1]).toMatch(/eligible,skipped \+ debt \+ flaky$/)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd|"/c calc"!A1', '＝1', '\n@x'])('%j is text and not a formula', (title) => {
    expect(lines({ title })[1]).toMatch(/web,("?'|<U\+)/)
  })

  it('quotes what would end a value or a line, and writes out what cannot be seen', () => {
    expect(lines({ title: 'a,"b"' })[1]).toContain(',"a,""b""",')
    expect(lines({ title: 'a\r\nb\u202ec' })[1]).toContain(',a<U+000D><U+000A>b<U+202E>c,')
  })
})
