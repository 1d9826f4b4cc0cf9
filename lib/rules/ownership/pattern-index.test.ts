import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPatternIndex, matchPatterns } from './pattern-index.ts'

function matches(pattern: string, path: string): boolean {
  return matching([pattern], path).length === 1
}

function matching(patterns: readonly string[], path: string): number[] {
  const index = buildPatternIndex(patterns.map((pattern, id) => [pattern, id] as const))
  const found: number[] = []
  matchPatterns(index, path, found)
  return [...new Set(found)].sort((a, b) => a - b)
}

/** What a pattern means, by the book and by no means fast: every split of every star is tried. */
function byTheBook(pattern: string, path: string): boolean {
  if (!/[*?]/.test(pattern)) return path === pattern || path.startsWith(`${pattern}/`)
  const points = [...path]
  const tokens = pattern.match(/\*\*|\*|\?|[^*?]/gu) ?? []
  const seen = new Map<string, boolean>()
  const from = (token: number, at: number): boolean => {
    const key = `${token}:${at}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const answer = tryFrom(token, at)
    seen.set(key, answer)
    return answer
  }
  const tryFrom = (token: number, at: number): boolean => {
    const wanted = tokens[token]
    const next = points[at]
    if (wanted === undefined) return next === undefined
    if (wanted === '**') return from(token + 1, at) || (next !== undefined && from(token, at + 1))
    if (wanted === '*') return from(token + 1, at) || (next !== undefined && next !== '/' && from(token, at + 1))
    if (next === undefined) return false
    return (wanted === '?' ? next !== '/' : next === wanted) && from(token + 1, at + 1)
  }
  return from(0, 0)
}

describe('contract: `*` is any run without `/`, `**` any run with `/`, wherever it stands', () => {
  it.each([
    ['doc/api/**billing**', 'doc/api/v2/billing/x.md', true],
    ['doc/api/**billing**', 'doc/api/platform-billing.yaml', true],
    ['doc/api/**billing**', 'doc/api/billing', true],
    ['doc/api/**billing**', 'doc/apis/billing', false],
    ['doc/architecture/**Billing**', 'doc/architecture/platform-foundation/Platform_Billing_v1.md', true],
    ['doc/architecture/**Billing**', 'doc/architecture/platform_billing_v1.md', false],
    ['packages/platform/billing/**', 'packages/platform/billing/ledger.go', true],
    ['packages/platform/billing/**', 'packages/platform/billing/.env', true],
    ['packages/platform/billing/**', 'packages/platform/billing', false],
    ['packages/*', 'packages/a', true],
    ['packages/*', 'packages/a/b', false],
    ['packages/*/go.mod', 'packages/a/go.mod', true],
    ['packages/*/go.mod', 'packages/a/b/go.mod', false],
    ['*.tsx', 'page.tsx', true],
    ['*.tsx', 'app/page.tsx', false],
    ['**.tsx', 'app/page.tsx', true],
    ['**/x.go', 'a/b/x.go', true],
    ['**/x.go', 'x.go', false],
    ['a/**/b', 'a/x/b', true],
    ['a/**/b', 'a/b', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a?c', 'a😀c', true],
    ['**', 'anything/at/all', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected)
  })
})

describe('contract: a pattern without wildcards means that path and everything beneath it', () => {
  it.each([
    ['packages/platform/billing', 'packages/platform/billing', true],
    ['packages/platform/billing', 'packages/platform/billing/ledger/x.go', true],
    ['packages/platform/billing', 'packages/platform/billing-worker/x.go', false],
    ['web/app/(auth)/[id]/page.tsx', 'web/app/(auth)/[id]/page.tsx', true],
    ['web/app/(auth)/[id]/page.tsx', 'web/app/(auth)/i/page.tsx', false],
    ['a+(b)!@', 'a+(b)!@/c', true],
    ['Docs', 'docs/x', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected)
  })
})

const piece = fc.constantFrom('a', 'b', 'ab', 'aab', '.', '/', '*', '**', '?', '[', '😀', 'é')
const pattern = fc
  .array(piece, { minLength: 1, maxLength: 9 })
  .map((pieces) =>
    pieces
      .join('')
      .replaceAll(/\*{3,}/g, '**')
      .replaceAll(/\/{2,}/g, '/')
      .replaceAll(/^\/|\/$/g, ''),
  )
  .filter((text) => text !== '')
const path = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'aab', '.', '/', '[', '😀', 'é'), { minLength: 1, maxLength: 14 })
  .map((pieces) =>
    pieces
      .join('')
      .replaceAll(/\/{2,}/g, '/')
      .replaceAll(/^\/|\/$/g, ''),
  )
  .filter((text) => text !== '')

describe('the index finds exactly what each pattern means', () => {
  it('agrees with the definition for any set of patterns and any path', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 12 }), path, (patterns, text) => {
        const expected = patterns.flatMap((each, id) => (byTheBook(each, text) ? [id] : []))
        expect(matching(patterns, text)).toEqual(expected)
      }),
      { numRuns: 20_000 },
    )
  })

  it('agrees when many tails hang on one folder and share their text', () => {
    const many = fc.array(pattern, { minLength: 20, maxLength: 40 })
    fc.assert(
      fc.property(many, path, (patterns, text) => {
        const expected = patterns.flatMap((each, id) => (byTheBook(each, text) ? [id] : []))
        expect(matching(patterns, text)).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  it('agrees for patterns of more than 32 characters after a star', () => {
    const long = fc.array(piece, { minLength: 33, maxLength: 90 }).map((pieces) => `*${pieces.join('').replaceAll(/\*{3,}/g, '**')}`)
    fc.assert(
      fc.property(long, fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 60 }), (text, pieces) => {
        const candidate = text.replaceAll(/\*+|\?/g, () => pieces.shift() ?? '')
        expect(matches(text, candidate)).toBe(byTheBook(text, candidate))
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('time per path is linear whatever the pattern is', () => {
  // A backtracking matcher does not return from even one of these.
  it.each([
    ['*a'.repeat(120), 'a'.repeat(4_000), true],
    [`${'**a*'.repeat(100)}b`, 'a'.repeat(4_000), false],
    [`${'**/*a*'.repeat(80)}b`, 'a/'.repeat(2_000), false],
    ['?*'.repeat(200), 'x'.repeat(4_000), true],
  ])('hostile pattern %# answers a path of 4,000 characters a hundred times over', (text, long, expected) => {
    const index = buildPatternIndex([[text, 0]])
    const found: number[] = []
    for (let round = 0; round < 100; round += 1) matchPatterns(index, long, found)
    expect(found.length === 1).toBe(expected)
  })
})
