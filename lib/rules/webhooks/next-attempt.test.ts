import { describe, expect, it } from 'vitest'
import { nextAttempt } from './next-attempt.ts'

const START = new Date('2026-11-29T12:00:00Z')
const HOUR = 60 * 60 * 1000

/** The delays in seconds from the first failure on, and when it was given up. */
function wholeDay() {
  const delays: number[] = []
  let now = START
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttempt(attempts, START, now)
    if (next === null) return { delays, givenUpAfter: now.getTime() - START.getTime() }
    delays.push((next.getTime() - now.getTime()) / 1000)
    now = next
  }
}

describe('an event is tried for a day', () => {
  it('soon at first, then ever less often, every hour at least', () => {
    const { delays } = wholeDay()
    expect(delays.slice(0, 10)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560])
    expect(new Set(delays.slice(10))).toEqual(new Set([3600]))
  })

  it('and then given up: never before a day, and within an hour after it', () => {
    const { givenUpAfter } = wholeDay()
    expect(givenUpAfter).toBeGreaterThanOrEqual(24 * HOUR)
    expect(givenUpAfter).toBeLessThan(25 * HOUR)
  })

  it('a number of attempts beyond all measure is still an hour', () => {
    expect(nextAttempt(2_000_000_000, START, START)).toEqual(new Date(START.getTime() + HOUR))
  })
})
