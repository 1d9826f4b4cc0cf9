import type { PathPattern } from '#lib/model/path-pattern.ts'
import { buildPatternIndex, matchPatterns } from './pattern-index.ts'

/** Prepares a set of patterns; the answer is true for a path that any of them matches. */
export function patternSet(patterns: readonly PathPattern[]): (path: string) => boolean {
  const index = buildPatternIndex(patterns.flatMap((pattern, id) => pattern.alternatives.map((each) => [each, id] as const)))
  const found: number[] = []
  return (path) => {
    matchPatterns(index, path, found)
    return found.length > 0
  }
}
