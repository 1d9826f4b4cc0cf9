import { describe, expect, it } from 'vitest'
import { STATUSES, type Status } from '#lib/model/status.ts'
import { rollUp, WORST_FIRST } from './roll-up.ts'

const all = (...statuses: readonly Status[]) => statuses.map((status) => ({ status, debt: [] }))

describe('several gates come to the status of the worst', () => {
  it('failed, missing, blocked, stale, partial, pending, skipped, passed', () => {
    const ranked = WORST_FIRST.filter((status) => status !== 'not-applicable')
    for (const [at, status] of ranked.entries()) expect(rollUp(all(...ranked.slice(at).reverse()))).toBe(status)
  })

  it('knows every status', () => {
    expect([...WORST_FIRST].sort()).toEqual([...STATUSES].sort())
  })

  it('looks past what is not applicable, unless all of it is', () => {
    expect(rollUp(all('not-applicable', 'passed'))).toBe('passed')
    expect(rollUp(all('not-applicable', 'not-applicable'))).toBe('not-applicable')
  })

  it('is missing for nothing at all', () => {
    expect(rollUp([])).toBe('missing')
  })

  it('counts a skip that owes something as missing', () => {
    expect(rollUp([{ status: 'skipped', debt: ['expired-debt'] }, ...all('passed', 'blocked')])).toBe('missing')
  })

  it('does not look at the order', () => {
    expect(rollUp(all('passed', 'stale', 'skipped'))).toBe(rollUp(all('skipped', 'passed', 'stale')))
  })
})
