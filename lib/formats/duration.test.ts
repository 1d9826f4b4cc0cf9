import { describe, expect, it } from 'vitest'
import { parseDuration } from './duration.ts'

describe('a duration is a whole number and a unit', () => {
  it.each([
    ['90s', 90],
    ['20m', 1_200],
    ['72h', 259_200],
    ['30d', 2_592_000],
    ['2w', 1_209_600],
    [' 1h ', 3_600],
  ])('%s is %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds)
  })

  it.each(['', '0d', '1', 'h', '1.5h', '-1h', '1 h', '1h30m', '1y', '1H', '9999999s', '१h'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull()
  })
})
