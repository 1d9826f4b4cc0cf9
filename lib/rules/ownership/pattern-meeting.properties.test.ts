import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPatternIndex, matchPatterns } from './pattern-index.ts'
import { mayMeet } from './pattern-meeting.ts'

const pattern = fc
  .array(fc.constantFrom('a', 'b', '/', '*', '**', '?'), { minLength: 1, maxLength: 6 })
  .map((pieces) =>
    pieces
      .join('')
      .replaceAll(/\*{3,}/g, '**')
      .replaceAll(/\/{2,}/g, '/')
      .replaceAll(/^\/|\/$/g, ''),
  )
  .filter((text) => text !== '')

const path = fc
  .array(fc.constantFrom('a', 'b', '/'), { minLength: 1, maxLength: 6 })
  .map((pieces) =>
    pieces
      .join('')
      .replaceAll(/\/{2,}/g, '/')
      .replaceAll(/^\/|\/$/g, ''),
  )
  .filter((text) => text !== '')

function matches(text: string, candidate: string): boolean {
  const found: number[] = []
  matchPatterns(buildPatternIndex([[text, 0]]), candidate, found)
  return found.length > 0
}

describe('two patterns may meet', () => {
  it('whenever one path matches both', () => {
    let met = 0
    fc.assert(
      fc.property(pattern, pattern, path, (left, right, candidate) => {
        if (!matches(left, candidate) || !matches(right, candidate)) return
        met += 1
        expect(mayMeet(left, right)).toBe(true)
      }),
      { numRuns: 100_000 },
    )
    expect(met).toBeGreaterThan(1_000)
  })

  it.each([
    ['packages/a/**', 'packages/b/**'],
    ['*.go', 'a/*.go'],
    ['doc/api/**billing**', 'doc/architecture/**'],
    ['a/?', 'a/bc'],
  ])('%s and %s never do', (left, right) => {
    expect(mayMeet(left, right)).toBe(false)
  })
})
