import { describe, expect, it } from 'vitest'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { countsText, resultLook } from './evidence-look.ts'

const COUNTS = { executed: 4, passed: 4, failed: 0, skipped: 0 }

describe('never show green that was not earned: a reported result', () => {
  it('has the look of a pass only when it passed, stands, and executed something', () => {
    for (const result of REPORTED_RESULTS) {
      for (const counts of [null, COUNTS, { ...COUNTS, executed: 0, passed: 0 }]) {
        for (const revoked of [null, {}]) {
          const isPass = result === 'passed' && revoked === null && counts?.executed !== 0
          expect(resultLook({ result, counts, revoked }).shape === 'passed').toBe(isPass)
        }
      }
    }
  })

  it('that is a skip looks like a skip, and an error like the failure it counts as', () => {
    expect(resultLook({ result: 'skipped', counts: null, revoked: null })).toMatchObject({ shape: 'skipped', label: 'Skipped' })
    expect(resultLook({ result: 'error', counts: null, revoked: null })).toMatchObject({ shape: 'failed', label: 'Error' })
  })

  it('says beside its word what became of it', () => {
    expect(resultLook({ result: 'passed', counts: COUNTS, revoked: {} }).label).toBe('Passed, revoked')
    expect(resultLook({ result: 'passed', counts: { ...COUNTS, executed: 0 }, revoked: null }).label).toBe('Passed, nothing executed')
  })
})

it('counts say what failed and what was skipped, not only what ran', () => {
  expect(countsText(null)).toBeNull()
  expect(countsText(COUNTS)).toBe('4 executed')
  expect(countsText({ executed: 1412, passed: 1400, failed: 12, skipped: 3 })).toBe('1,412 executed, 12 failed, 3 skipped')
})
