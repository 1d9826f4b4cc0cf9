import { describe, expect, it } from 'vitest'
import { isCalendarDate } from './calendar-date.ts'

describe('a day that the calendar has, written year-month-day', () => {
  it.each(['2026-11-19', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-11-19T00:00',
    '',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  it('agrees with the calendar on every day of four centuries', () => {
    for (let year = 1900; year < 2300; year += 7) {
      for (let month = 1; month <= 12; month++) {
        const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
        const written = `${year}-${String(month).padStart(2, '0')}`
        expect(isCalendarDate(`${written}-${days}`)).toBe(true)
        expect(isCalendarDate(`${written}-${days + 1}`)).toBe(false)
      }
    }
  })
})
