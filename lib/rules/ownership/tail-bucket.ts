import { buildGramTable, GRAM, type GramTable, matchGrams } from './gram-table.ts'
import { matchesTail, prepareTail, type Tail } from './tail-matcher.ts'

/** The tails that start at one folder: few are tried one by one, many are found by what they must contain. */
export interface TailBucket {
  readonly always: readonly Tail[]
  readonly byGram: GramTable | null
}

/** So many tails are tried one by one. */
export const FEW_TAILS = 6

/** Builds a bucket of `[text, id]` pairs; `uses` counts the grams of the whole index. */
export function buildTailBucket(entries: readonly (readonly [text: string, id: number])[], uses: Uint32Array | null): TailBucket {
  const tails = entries.map(([text, id]) => prepareTail(text, id))
  const findable = tails.filter((tail) => tail.literal.length >= GRAM)
  if (uses === null || findable.length <= FEW_TAILS) return { always: tails, byGram: null }
  return { always: tails.filter((tail) => tail.literal.length < GRAM), byGram: buildGramTable(findable, uses) }
}

/** Adds the ids of the tails that accept `path` from `from` on. */
export function matchTails(bucket: TailBucket, path: string, from: number, found: number[]): void {
  for (const tail of bucket.always) if (matchesTail(tail, path, from)) found.push(tail.id)
  if (bucket.byGram !== null) matchGrams(bucket.byGram, path, from, found)
}
