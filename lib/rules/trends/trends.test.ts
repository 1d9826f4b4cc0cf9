import { describe, expect, it } from 'vitest'
import type { CountedLine } from '#lib/model/debt.ts'
import { burnDown, openDebt, skipTrend } from './debt-trends.ts'
import { leadTimes, percentile } from './lead-times.ts'
import { durationOf, savings } from './savings.ts'
import { boundsOf, weekOf, weeksUntil, wholeWeeks } from './weeks.ts'

const at = (text: string) => new Date(`${text}Z`)
const line = (opened: string, closed: string | null, given: Partial<CountedLine> = {}): CountedLine => ({
  kind: 'hidden-skip',
  domain: 'billing',
  openedAt: at(opened),
  closedAt: closed === null ? null : at(closed),
  ...given,
})

const NOW = at('2026-11-24T12:00:00')
const WEEKS = ['2026-11-09', '2026-11-16', '2026-11-23']

describe('a week begins on Monday at 00:00 UTC', () => {
  it.each([
    ['2026-11-23T00:00:00', '2026-11-23'],
    ['2026-11-22T23:59:59.999', '2026-11-16'],
    ['2026-11-29T23:59:59', '2026-11-23'],
    ['2027-01-01T00:00:00', '2026-12-28'],
  ])('%s is of %s', (moment, week) => {
    expect(weekOf(at(moment))).toBe(week)
    const { start, end } = boundsOf(week)
    expect(at(moment).getTime()).toBeGreaterThanOrEqual(start)
    expect(at(moment).getTime()).toBeLessThan(end)
  })

  it('no week is told of in which nothing could have been recorded', () => {
    expect(weeksUntil(NOW, 4, at('2026-11-11T08:00:00'))).toEqual(WEEKS)
    expect(weeksUntil(NOW, 2, at('2020-01-01T00:00:00'))).toEqual(WEEKS.slice(1))
    expect(weeksUntil(NOW, 12, null)).toEqual([])
  })

  it('a week that could not be counted whole is left out, but for the current one', () => {
    expect(wholeWeeks(WEEKS, null)).toEqual(WEEKS)
    expect(wholeWeeks(WEEKS, at('2026-11-10T00:00:00'))).toEqual(WEEKS.slice(1))
    expect(wholeWeeks(WEEKS, at('2026-11-24T00:00:00'))).toEqual(['2026-11-23'])
  })
})

describe('hidden against declared', () => {
  it('counts hidden skips by the week they came to light, and no other debt', () => {
    const lines = [
      line('2026-11-10T00:00:00', null),
      line('2026-11-24T00:00:00', null),
      line('2026-11-24T01:00:00', null, { kind: 'partial' }),
    ]
    expect(skipTrend(WEEKS, lines, [at('2026-11-17T00:00:00'), at('2026-01-01T00:00:00')])).toEqual([
      { week: '2026-11-09', hidden: 1, declared: 0 },
      { week: '2026-11-16', hidden: 0, declared: 1 },
      { week: '2026-11-23', hidden: 1, declared: 0 },
    ])
  })
})

describe('the burn-down', () => {
  it('counts what was open at the end of each week', () => {
    const lines = [
      line('2026-11-10T00:00:00', '2026-11-17T00:00:00'),
      line('2026-10-01T00:00:00', null),
      line('2026-11-23T00:00:00', '2026-11-24T00:00:00'),
    ]
    expect(burnDown(WEEKS, lines)).toEqual({
      domains: ['billing'],
      weeks: [
        { week: '2026-11-09', open: [2], opened: 1, closed: 0 },
        { week: '2026-11-16', open: [1], opened: 0, closed: 1 },
        { week: '2026-11-23', open: [1], opened: 1, closed: 1 },
      ],
    })
  })

  it('names at most four domains; the rest is told together and nothing is lost', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f', null].map((domain) => line('2026-11-10T00:00:00', null, { domain }))
    const { domains, weeks } = burnDown(WEEKS, [...lines, line('2026-11-10T00:00:00', null, { domain: 'f' })])
    expect(domains).toEqual(['f', 'a', 'b', 'c', 'other'])
    for (const { open } of weeks) expect(open).toEqual([2, 1, 1, 1, 3])
  })

  it('what is owed now is by kind, with the oldest', () => {
    const open = openDebt([
      line('2026-11-10T00:00:00', '2026-11-11T00:00:00'),
      line('2026-11-12T00:00:00', null),
      line('2026-11-11T00:00:00', null, { kind: 'partial' }),
    ])
    expect(open.kinds).toEqual({ 'hidden-skip': 1, 'refused-skip': 0, partial: 1, 'expired-exception': 0, 'expired-debt': 0 })
    expect(open.oldest).toBe('2026-11-11T00:00:00.000Z')
    expect(openDebt([]).oldest).toBeNull()
  })
})

describe('lead times', () => {
  it('are values that were measured, and null where nothing was', () => {
    const announcedAt = at('2026-11-24T00:00:00')
    const passes = [10, 20, 30, 40].map((seconds) => ({
      layer: 'domain-local' as const,
      announcedAt,
      passedAt: new Date(announcedAt.getTime() + seconds * 1000),
    }))
    const [, , week] = leadTimes(WEEKS, passes)
    expect(week?.layers['domain-local']).toEqual({ p50: 20, p90: 40, passes: 4 })
    expect(week?.layers['consumer-smoke']).toBeNull()
    expect(percentile([7], 0.9)).toBe(7)
  })
})

describe('what skips save', () => {
  it('adds up what is known, and counts what is not', () => {
    const declaredAt = at('2026-11-24T00:00:00')
    const weeks = savings(
      WEEKS,
      [
        { declaredAt, seconds: 90 },
        { declaredAt, seconds: 30 },
        { declaredAt, seconds: null },
      ],
      [line('2026-11-24T00:00:00', null)],
    )
    expect(weeks.at(-1)).toEqual({ week: '2026-11-23', savedSeconds: 120, skips: 2, unknown: 1, debt: 1 })
  })

  it.each([
    ['2026-11-24T10:00:00Z', '2026-11-24T10:01:30Z', 90],
    ['2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z', null],
    [null, '2026-11-24T10:00:00Z', null],
    ['yesterday', '2026-11-24T10:00:00Z', null],
  ])('from %s to %s is %s', (startedAt, finishedAt, seconds) => {
    expect(durationOf({ startedAt, finishedAt })).toBe(seconds)
  })
})
