import { describe, expect, it } from 'vitest'
import { ageOf, clockOf, dateOf, momentOf } from './age.ts'

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0)
const ago = (seconds: number) => ageOf(NOW - seconds * 1000, NOW)

describe('stale data shows its age', () => {
  it('counts in the largest unit that is past', () => {
    expect([ago(0), ago(59), ago(60), ago(3599), ago(3600), ago(86_399), ago(86_400), ago(7 * 86_400)]).toEqual([
      'just now',
      'just now',
      '1 min ago',
      '59 min ago',
      '1 h ago',
      '23 h ago',
      '1 d ago',
      '7 d ago',
    ])
  })

  it('is a date beyond seven days', () => {
    expect(ago(7 * 86_400 + 1)).toBe('17 Nov 2026')
  })

  it('is a date when the moment lies ahead, because a clock is wrong', () => {
    expect(ago(-3600)).toBe('24 Nov 2026')
    expect(ago(-30)).toBe('just now')
  })

  it('says a moment with its zone', () => {
    expect(momentOf(NOW)).toBe('24 Nov 2026, 12:00:00 UTC')
    expect(dateOf(0)).toBe('1 Jan 1970')
  })

  it('says the clock of today and the date of another day', () => {
    expect([clockOf(NOW - 3_600_000, NOW), clockOf(NOW - 13 * 3_600_000, NOW)]).toEqual(['11:00 UTC', '23 Nov 2026'])
  })
})
