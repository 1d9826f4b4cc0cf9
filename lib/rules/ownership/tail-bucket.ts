import { matchesTail, prepareTail, type Tail } from './tail-matcher.ts'

/**
 * The tails that start at one folder. Few are tried one by one; many are found by three characters that each of them
 * must contain, so that a path is only held against tails that share some of its text.
 */
export interface TailBucket {
  readonly always: readonly Tail[]
  readonly byTrigram: ReadonlyMap<number, readonly Tail[]> | null
}

const FEW = 6

/** Builds a bucket of `[text, id]` pairs. */
export function buildTailBucket(entries: readonly (readonly [text: string, id: number])[]): TailBucket {
  const tails = entries.map(([text, id]) => prepareTail(text, id))
  if (tails.length <= FEW) return { always: tails, byTrigram: null }
  const uses = new Map<number, number>()
  for (const tail of tails) for (const key of trigramsOf(tail.literal)) uses.set(key, (uses.get(key) ?? 0) + 1)
  const byTrigram = new Map<number, Tail[]>()
  const always: Tail[] = []
  for (const tail of tails) {
    const keys = trigramsOf(tail.literal)
    const first = keys[0]
    if (first === undefined) {
      always.push(tail)
      continue
    }
    const rarest = keys.reduce((best, key) => ((uses.get(key) ?? 0) < (uses.get(best) ?? 0) ? key : best), first)
    const sharing = byTrigram.get(rarest)
    if (sharing === undefined) byTrigram.set(rarest, [tail])
    else sharing.push(tail)
  }
  return { always, byTrigram }
}

/** Adds the ids of the tails that accept `path` from `from` on; an id may be added twice. */
export function matchTails(bucket: TailBucket, path: string, from: number, found: number[]): void {
  for (const tail of bucket.always) if (matchesTail(tail, path, from)) found.push(tail.id)
  if (bucket.byTrigram === null) return
  for (let at = from; at + 2 < path.length; at += 1) {
    const tails = bucket.byTrigram.get(trigramAt(path, at))
    if (tails === undefined) continue
    for (const tail of tails) if (!found.includes(tail.id) && matchesTail(tail, path, from)) found.push(tail.id)
  }
}

function trigramsOf(literal: string): number[] {
  const keys: number[] = []
  for (let at = 0; at + 2 < literal.length; at += 1) keys.push(trigramAt(literal, at))
  return keys
}

// A collision only costs a try: every candidate is matched in full.
function trigramAt(text: string, at: number): number {
  return ((text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) | 0) & 0x3fffffff
}
