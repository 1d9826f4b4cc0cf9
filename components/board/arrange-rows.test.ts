import { describe, expect, it } from 'vitest'
import type { RowFace } from '#lib/model/board.ts'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import type { Overlay, Status } from '#lib/model/status.ts'
import { arrangeRows, countMarks, countOpen } from './arrange-rows.ts'

function row(domain: string, open: Partial<Record<number, Status>> = {}, overlays: readonly Overlay[] = []): RowFace {
  const cells = ELIGIBILITY_ITEMS.map((id, at) => ({ id, status: open[at] ?? ('passed' as const), overlays, note: '', reasons: [] }))
  const verdict = Object.keys(open).length === 0 ? 'eligible' : 'not-eligible'
  return { domain, group: null, title: domain.toUpperCase(), owner: `@${domain}`, verdict, cells }
}

const ROWS = [
  row('iam'),
  row('billing', { 0: 'stale', 1: 'stale' }),
  row('apps', { 5: 'failed' }),
  row('web', { 2: 'failed', 3: 'skipped' }),
]
const ALL = { sort: 'open', text: '', mark: null } as const
const names = (rows: readonly RowFace[]) => rows.map(({ domain }) => domain)

describe('the rows of the board', () => {
  it('come with failures first: the worst status, then how many are open; what is eligible stands last', () => {
    expect(names(arrangeRows(ROWS, ALL))).toEqual(['web', 'apps', 'billing', 'iam'])
  })

  it('come by name, or as the operating model has them', () => {
    expect(names(arrangeRows(ROWS, { ...ALL, sort: 'name' }))).toEqual(['apps', 'billing', 'iam', 'web'])
    expect(names(arrangeRows(ROWS, { ...ALL, sort: 'model' }))).toEqual(['iam', 'billing', 'apps', 'web'])
  })

  it('are narrowed by a text in id, title or owner, whatever its case', () => {
    expect(names(arrangeRows(ROWS, { ...ALL, text: ' @APP ' }))).toEqual(['apps'])
    expect(names(arrangeRows(ROWS, { ...ALL, text: 'nobody' }))).toEqual([])
  })

  it('are narrowed to those that have a status or an overlay', () => {
    expect(names(arrangeRows(ROWS, { ...ALL, mark: 'skipped' }))).toEqual(['web'])
    expect(names(arrangeRows([...ROWS, row('pki', {}, ['debt'])], { ...ALL, mark: 'debt' }))).toEqual(['pki'])
  })

  it('are not changed', () => {
    arrangeRows(ROWS, ALL)
    expect(names(ROWS)).toEqual(['iam', 'billing', 'apps', 'web'])
  })
})

describe('the counts of the board', () => {
  it('count a skip as a skip and never as passed', () => {
    const counts = countMarks(ROWS)
    expect(counts.get('skipped')).toBe(1)
    expect(counts.get('failed')).toBe(2)
    expect(counts.get('passed')).toBe(4 * 8 - 5)
    expect(counts.get('debt')).toBeUndefined()
  })

  it('count whatever has not passed as open', () => {
    expect(ROWS.map(countOpen)).toEqual([0, 2, 1, 2])
    expect(countOpen(row('x', { 0: 'not-applicable', 1: 'skipped', 2: 'pending' }))).toBe(3)
  })
})
