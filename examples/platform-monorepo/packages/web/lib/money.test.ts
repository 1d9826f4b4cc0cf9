import { expect, it } from 'vitest'
import { formatMicros } from './money.ts'

it('shows a million micros as one', () => {
  expect(formatMicros(1_000_000, 'EUR')).toBe('€1.00')
})
