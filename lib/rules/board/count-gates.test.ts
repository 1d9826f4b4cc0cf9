import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES, type Status } from '#lib/model/status.ts'
import { countGates } from './count-gates.ts'

const counted = (...statuses: Status[]) => countGates(statuses.map((status) => ({ status })))

describe('a skip is never counted as passed, and the counts add up to the gates there are', () => {
  it.each([
    [[], 'no gates'],
    [['passed'], '1 of 1 passed'],
    [['passed', 'passed', 'passed', 'failed'], '3 of 4 passed'],
    [['passed', 'skipped'], '1 of 2 passed, 1 skipped'],
    [['passed', 'not-applicable', 'not-applicable'], '1 of 1 passed, 2 not needed'],
    [['not-applicable', 'not-applicable'], 'none needed'],
    [['missing', 'pending', 'stale', 'blocked', 'partial'], '0 of 5 passed'],
  ] as const)('%j: %s', (statuses, text) => {
    expect(counted(...statuses)).toBe(text)
  })

  it('whatever the statuses', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 40 }), (statuses) => {
        const unneeded = statuses.filter((status) => status === 'not-applicable').length
        const text = counted(...statuses)
        if (unneeded === statuses.length) {
          expect(text).toBe('none needed')
          return
        }
        const [, passed, needed] = /^(\d+) of (\d+) passed/.exec(text) ?? []
        expect(Number(passed)).toBe(statuses.filter((status) => status === 'passed').length)
        expect(Number(needed) + unneeded).toBe(statuses.length)
      }),
    )
  })
})
