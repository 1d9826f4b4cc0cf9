import ignore from 'ignore'
import { buildPatternIndex, matchPatterns } from '#lib/rules/ownership/pattern-index.ts'
import { fromGitignore } from '../corpora/from-gitignore.ts'
import { type Random, seededRandom } from '../random.ts'
import { meansPath } from '../semantics/by-definition.ts'
import { anyPath, anyPattern, nearPath } from '../semantics/fuzz-words.ts'
import { anyGitignorePattern } from '../semantics/gitignore-patterns.ts'

export interface FuzzRequest {
  readonly against: 'definition' | 'ignore'
  readonly pairs: number
  readonly seed: number
}

/** Of so many pairs of a pattern and a path so many matched, and on so many the two sides differ. */
export interface Fuzz {
  readonly pairs: number
  readonly matching: number
  readonly different: number
  readonly example: string | null
}

const PATTERNS = 24
const PATHS = 25

/** Holds the index over many patterns at once against what each pattern means alone, until enough pairs were tried. */
export function fuzzSemantics({ against, pairs, seed }: FuzzRequest): Fuzz {
  const random = seededRandom(seed)
  const tally = { pairs: 0, matching: 0, different: 0, example: null as string | null }
  const found: number[] = []
  while (tally.pairs < pairs) {
    const root = anyPath(random, against === 'definition')
    const patterns = Array.from({ length: PATTERNS }, () => aPattern(random, root, against))
    const index = buildPatternIndex(patterns.flatMap(({ alternatives }, id) => alternatives.map((each) => [each, id] as const)))
    for (let made = 0; made < PATHS; made += 1) {
      const path = nearPath(random, random.chance(0.8) ? root : anyPath(random, against === 'definition'), against === 'definition')
      matchPatterns(index, path, found)
      const matched = new Set(found)
      patterns.forEach(({ text, means }, id) => {
        const expected = means(path)
        tally.pairs += 1
        if (expected) tally.matching += 1
        if (expected === matched.has(id)) return
        tally.different += 1
        tally.example ??= `${text} on ${path}: expected ${expected}`
      })
    }
  }
  return tally
}

interface FuzzedPattern {
  readonly text: string
  readonly alternatives: readonly string[]
  readonly means: (path: string) => boolean
}

function aPattern(random: Random, root: string, against: FuzzRequest['against']): FuzzedPattern {
  if (against === 'definition') {
    const text = anyPattern(random, root, true)
    return { text, alternatives: [text], means: (path) => meansPath(text, path) }
  }
  for (;;) {
    const text = anyGitignorePattern(random, anyPattern(random, root, false))
    const alternatives = fromGitignore(text)
    if (alternatives === null) continue
    const instance = ignore({ ignorecase: false }).add(text)
    return { text, alternatives, means: (path) => instance.ignores(path) }
  }
}
