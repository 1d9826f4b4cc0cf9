import { describe, expect, it } from 'vitest'
import { readRange } from './compare-range.ts'
import { compareHref } from './href.ts'

const [A, B] = ['a'.repeat(40), `sha256:${'b'.repeat(64)}`]

describe('two candidates in an address', () => {
  it('are written as people know it, and read again', () => {
    const href = compareHref({ base: A, head: B }, { repository: 'a/b' })
    expect(href).toBe(`/compare/${A}...${B}?repository=a%2Fb`)
    expect(readRange(`${A}...${B}`)).toEqual({ base: A, head: B })
    expect(compareHref(null)).toBe('/compare')
  })

  it.each(['', A, `${A}...`, `...${B}`, `${A}..${B}`, `${A}...${B}...${A}`])('%j names no two', (text) => {
    expect(readRange(text)).toBeNull()
  })
})
