import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DRAWN_WHOLE, drawnRows, rowsSeen, rowWindow, servedRows } from './row-window.ts'

describe('the rows that are drawn of a long board', () => {
  it('are all of them while they are few', () => {
    expect(rowWindow(DRAWN_WHOLE, rowsSeen(40, 12))).toEqual({ from: 0, to: DRAWN_WHOLE })
  })

  it('hold every row that is seen, and never more than a few around them', () => {
    const places = fc.record({
      amount: fc.integer({ min: 61, max: 5000 }),
      top: fc.double({ min: -50, max: 6000, noNaN: true }),
      height: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(places, ({ amount, top, height }) => {
        const { from, to } = rowWindow(amount, rowsSeen(top, height))
        const seen = Array.from({ length: amount }, (_, row) => row).filter((row) => row + 1 > top && row < top + height)
        expect(seen.every((row) => row >= from && row < to)).toBe(true)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(amount)
        expect(to - from).toBeLessThanOrEqual(height + 16)
      }),
    )
  })

  it('stay the same while little is scrolled', () => {
    expect(rowsSeen(17, 12)).toEqual(rowsSeen(19, 12))
  })

  it('are the first few where the server draws them, and all of a short board', () => {
    expect([servedRows(9), servedRows(16), servedRows(200)]).toEqual([9, 16, 2])
  })

  it('keep the one that has the focus, in its place', () => {
    expect(drawnRows({ from: 3, to: 5 }, 4)).toEqual([3, 4])
    expect(drawnRows({ from: 3, to: 5 }, 1)).toEqual([1, 3, 4])
    expect(drawnRows({ from: 3, to: 5 }, 9)).toEqual([3, 4, 9])
    expect(drawnRows({ from: 3, to: 5 }, -1)).toEqual([3, 4])
  })
})
