import { describe, expect, it } from 'vitest'
import { count, groupDigits } from './count.ts'

describe('a number stands before its noun', () => {
  it('takes the singular for one alone', () => {
    expect([count(0, 'gate'), count(1, 'gate'), count(2, 'gate'), count(2, 'class', 'classes')]).toEqual([
      '0 gates',
      '1 gate',
      '2 gates',
      '2 classes',
    ])
  })

  it('groups digits by commas', () => {
    expect([7, 999, 1000, 1234567].map(groupDigits)).toEqual(['7', '999', '1,000', '1,234,567'])
  })
})
