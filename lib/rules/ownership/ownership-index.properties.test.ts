import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import type { OwnershipRow } from '#lib/model/ownership-map.ts'
import { aCompiledModel } from '#test/builders/a-model.ts'
import { anyPath, anyRow } from '#test/builders/any-world.ts'
import { matchPath } from './ownership-index.ts'
import { buildPatternIndex, matchPatterns } from './pattern-index.ts'

function matches(row: OwnershipRow, path: string): boolean {
  const found: number[] = []
  const alternatives = row.paths.flatMap(({ pattern }) => pattern.alternatives)
  matchPatterns(buildPatternIndex(alternatives.map((each) => [each, 0] as const)), path, found)
  return found.length > 0
}

/** The rank by the words of the contract, as a list of numbers of which the greatest wins. */
function rankByTheBook(row: OwnershipRow): readonly number[] {
  const text = row.paths[0]?.pattern.text ?? ''
  const prefix = text.split(/[*?]/)[0]?.length ?? 0
  const wildcards = text.match(/\*\*|[*?]/g) ?? []
  return [prefix, text.length - wildcards.join('').length, -wildcards.length]
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, place) => value !== right[place])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

describe('contract: within one map the most specific row wins, rows of equal rank all apply; across maps everything that matches applies', () => {
  it('for any rows and any path', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyPath, (rows, path) => {
        const { model, ownership } = aCompiledModel({ rows })
        const expected = MAP_KINDS.flatMap((kind) => {
          const matching = model.maps.flatMap((map) => map.rows).filter((row) => row.kind === kind && matches(row, path))
          return matching.filter((row) => matching.every((other) => compare(rankByTheBook(row), rankByTheBook(other)) >= 0))
        })
        expect(matchPath(ownership, path).owning.map(({ row }) => row)).toEqual(expected)
      }),
      { numRuns: 20_000 },
    )
  })
})
