import { expect, it } from 'vitest'
import { SECTIONS } from './sections.ts'

it('leads to each section once', () => {
  expect(new Set(SECTIONS.map((section) => section.href)).size).toBe(SECTIONS.length)
})
