import { describe, expect, it } from 'vitest'
import { packText, unpackText } from './packed-text.ts'

describe('a text is stored so that it comes back character for character', () => {
  it.each([
    ['a short one, as it is', '{"reason":"é\u2028😀\uFEFF"}', false],
    ['none at all', '', false],
    ['a long one, packed', `[${'"gate",'.repeat(2000)}"gate"]`, true],
  ])('%s', async (_, text, packed) => {
    const stored = await packText(text)
    expect(await unpackText(stored)).toBe(text)
    expect(stored.length < new TextEncoder().encode(text).length).toBe(packed)
  })
})
