import { buildPatternIndex, matchPatterns } from '#lib/rules/ownership/pattern-index.ts'
import { type Random, seededRandom } from '../random.ts'

export interface WorstCaseRequest {
  /** The most characters of the pattern, of the path, and of both together. */
  readonly pattern: number
  readonly path: number
  readonly both: number
  readonly ms: number
  readonly seed: number
}

/** The slowest pair that was found, in milliseconds a lookup, and how many were tried. */
export interface WorstCase {
  readonly tried: number
  readonly ms: number
  readonly pattern: string
  readonly path: string
}

const PATTERN_PIECES = ['*', '**', '?', 'a', 'b', 'ab', '/', '*a', '**a', '*/', '**/', '?*', 'a*b', '**a**b', 'aaaa', '😀']
const PATH_PIECES = ['a', 'b', 'ab', '/', 'a/', 'aab', 'aaaa', 'a/b/', 'é', '😀']
const KEPT = 12

interface Attempt {
  readonly pattern: string
  readonly path: string
  readonly ms: number
}

/** Looks for the slowest pair: repeats of small pieces first, then changes to the slowest found so far. */
export function searchWorstCase(request: WorstCaseRequest): WorstCase {
  const random = seededRandom(request.seed)
  let kept: Attempt[] = []
  let tried = 0
  const end = performance.now() + request.ms
  while (performance.now() < end) {
    const parent = kept.length < KEPT || random.chance(0.4) ? null : random.pick(kept)
    const attempt = parent === null ? repeats(random, request) : changed(random, request, parent)
    tried += 1
    kept = [...kept, { ...attempt, ms: costOf(attempt.pattern, attempt.path, 3) }].sort((a, b) => b.ms - a.ms).slice(0, KEPT)
  }
  // A pair that was slow because the machine was busy with something else is not slow again.
  const slowest = kept.map((each) => ({ ...each, ms: costOf(each.pattern, each.path, 40) })).sort((a, b) => b.ms - a.ms)[0]
  return { tried, ms: slowest?.ms ?? 0, pattern: slowest?.pattern ?? '', path: slowest?.path ?? '' }
}

function repeats(random: Random, { pattern, path, both }: WorstCaseRequest): { pattern: string; path: string } {
  const patternLength = 1 + random.whole(Math.min(pattern, both - 1))
  const fill = (pieces: readonly string[], length: number): string => {
    const period = Array.from({ length: 1 + random.whole(3) }, () => random.pick(pieces)).join('')
    const last = random.chance(0.5) ? random.pick(pieces) : ''
    return period.repeat(Math.ceil(length / period.length)).slice(0, Math.max(0, length - last.length)) + last
  }
  return { pattern: fill(PATTERN_PIECES, patternLength), path: fill(PATH_PIECES, Math.min(path, both - patternLength)) }
}

function changed(random: Random, { pattern, path, both }: WorstCaseRequest, parent: Attempt): { pattern: string; path: string } {
  const edit = (text: string, pieces: readonly string[], most: number): string => {
    const at = random.whole(text.length + 1)
    const taken = random.whole(1 + Math.min(40, text.length - at))
    const put = random.pick(pieces).repeat(random.whole(30))
    return (text.slice(0, at) + put + text.slice(at + taken)).slice(0, most)
  }
  const longer = edit(parent.pattern, PATTERN_PIECES, pattern)
  return { pattern: longer, path: edit(parent.path, PATH_PIECES, Math.min(path, both - longer.length)) }
}

/** The fastest of some lookups: what the pair itself costs. */
function costOf(pattern: string, path: string, lookups: number): number {
  const index = buildPatternIndex([[pattern, 0]])
  const found: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (let lookup = 0; lookup < lookups; lookup += 1) {
    const started = process.hrtime.bigint()
    matchPatterns(index, path, found)
    least = Math.min(least, Number(process.hrtime.bigint() - started) / 1e6)
  }
  return least
}
