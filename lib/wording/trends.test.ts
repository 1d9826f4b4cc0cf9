import { describe, expect, it } from 'vitest'
import { durationText } from './duration.ts'
import { burnDownTitle, eligibilityTitle, leadTimeTitle, savingsTitle, skipTrendTitle } from './trend-titles.ts'
import { nextWeekText, weekLabel, weekText } from './week.ts'

const week = '2026-11-23'
const NONE = { 'contract-global': null, 'domain-local': null, 'consumer-smoke': null, 'service-evidence': null }

describe('a duration is told in the unit that fits', () => {
  it.each([
    [0, '0 s'],
    [0.44, '0.4 s'],
    [42.4, '42 s'],
    [90, '2 min'],
    [3600 * 3.5, '3.5 h'],
    [86_400 * 2, '2 d'],
  ])('%d seconds is %s', (seconds, text) => expect(durationText(seconds)).toBe(text))
})

describe('a week is told by its days', () => {
  it.each([
    [week, '23 Nov', '23 – 29 Nov 2026', '30 Nov 2026'],
    ['2026-12-28', '28 Dec', '28 Dec – 3 Jan 2027', '4 Jan 2027'],
  ])('%s', (each, label, text, next) => {
    expect([weekLabel(each), weekText(each), nextWeekText(each)]).toEqual([label, text, next])
  })
})

describe('the title of a chart is computed from its figures', () => {
  it('skips', () => {
    const skips = [
      { week, hidden: 1, declared: 4 },
      { week, hidden: 2, declared: 0 },
    ]
    expect(skipTrendTitle(skips)).toBe('3 hidden skips came to light and 4 skips were declared in 2 weeks')
    expect(skipTrendTitle([{ week, hidden: 1, declared: 1 }])).toBe('1 hidden skip came to light and 1 skip was declared this week')
  })

  it.each([
    [[5, 3], '3 lines of debt are open, 2 fewer than 1 week ago'],
    [[1, 1, 3], '3 lines of debt are open, 2 more than 2 weeks ago'],
    [[2, 2], '2 lines of debt are open, as many as 1 week ago'],
    [[1], '1 line of debt is open'],
  ])('debt %j', (open, title) => {
    const weeks = open.map((amount) => ({ week, open: [amount], opened: 0, closed: 0 }))
    expect(burnDownTitle({ domains: ['a'], weeks })).toBe(title)
  })

  it('eligibility', () => {
    const candidates = ['a', 'b', 'c'].map((contentId) => ({ contentId, at: '' }))
    const domains = [
      [8, 8, 8],
      [3, 5, 4],
      [6, 2, 2],
    ].map((passed) => ({ domain: 'd', title: 'D', passed }))
    expect(eligibilityTitle({ candidates, domains })).toBe(
      '1 of 3 domains had all 8 items on the newest candidate; against 2 candidates before 1 gained and 1 lost items',
    )
  })

  it('lead times name the slowest layer, and say when there is none', () => {
    const layers = { ...NONE, 'domain-local': { p50: 5, p90: 70, passes: 3 }, 'consumer-smoke': { p50: 60, p90: 600, passes: 2 } }
    expect(leadTimeTitle([{ week, layers }])).toBe('Consumer smoke gates take longest: half pass within 1 min, nine of ten within 10 min')
    expect(leadTimeTitle([{ week, layers: NONE }])).toBe('No gate has passed in an announced run yet')
  })

  it('savings', () => {
    expect(savingsTitle([{ week, savedSeconds: 240, skips: 2, unknown: 1, debt: 1 }])).toBe(
      'Skips saved 4 min of gates while 1 line of debt was opened',
    )
  })
})
