import { matchesTail, type Tail } from './tail-matcher.ts'

/**
 * Finds tails by a gram, four characters of a text that each of them must contain: a path is read once, and only held
 * against tails that share a gram with it. A collision of grams only costs a try, for every tail is matched in full.
 */
export interface GramTable {
  /** The slot of a gram is the upper bits of its hash, `shift` bits to the right. */
  readonly slots: readonly (readonly KeyedTail[] | undefined)[]
  /** For each slot `FREE`, the mark of its grams, or `MIXED`; nearly all of a path is passed over here, in little memory. */
  readonly marks: Uint8Array
  readonly shift: number
}

interface KeyedTail {
  readonly tail: Tail
  /** Where in the literal the gram ends. */
  readonly gramEnd: number
}

/** Characters of a gram: a tail with a shorter literal has none. */
export const GRAM = 4

const FREE = 0
const MIXED = 1

/** How often each gram stands in some texts, by the upper 16 bits of its hash. */
export function countGrams(texts: Iterable<string>): Uint32Array {
  const uses = new Uint32Array(2 ** 16)
  for (const text of texts) {
    let gram = 0
    for (let at = 0; at < text.length; at += 1) {
      gram = nextGram(gram, text, at)
      const slot = hashOf(gram) >>> 16
      if (at >= GRAM - 1) uses[slot] = (uses[slot] ?? 0) + 1
    }
  }
  return uses
}

/**
 * Builds a table of tails that have a gram each. `uses` counts the grams of all patterns: paths are made of the same words
 * as patterns, so the gram of a tail that patterns hold least is likely the one that paths hold least.
 */
export function buildGramTable(tails: readonly Tail[], uses: Uint32Array): GramTable {
  const shift = Math.clz32(tails.length) - 4
  const size = 2 ** (32 - shift)
  const slots: (KeyedTail[] | undefined)[] = new Array(size).fill(undefined)
  const marks = new Uint8Array(size)
  for (const tail of tails) {
    const hashes = hashesOf(tail.literal)
    const usesAt = (at: number) => uses[(hashes[at] ?? 0) >>> 16] ?? 0
    const rarest = hashes.reduce((best, _, at) => (usesAt(at) < usesAt(best) ? at : best), 0)
    const hash = hashes[rarest] ?? 0
    const keyed = { tail, gramEnd: rarest + GRAM - 1 }
    const sharing = slots[hash >>> shift]
    if (sharing === undefined) slots[hash >>> shift] = [keyed]
    else sharing.push(keyed)
    marks[hash >>> shift] = sharing === undefined || marks[hash >>> shift] === markOf(hash) ? markOf(hash) : MIXED
  }
  return { slots, marks, shift }
}

/** Adds the ids of the tails that accept `path` from `from` on. */
export function matchGrams({ slots, marks, shift }: GramTable, path: string, from: number, found: number[]): void {
  // A literal may stand in the path several times; its tail is tried once.
  let tried: Set<Tail> | undefined
  let gram = 0
  for (let at = from; at < path.length; at += 1) {
    gram = nextGram(gram, path, at)
    const hash = hashOf(gram)
    const mark = marks[hash >>> shift]
    if (mark === FREE || (mark !== MIXED && mark !== markOf(hash))) continue
    for (const { tail, gramEnd } of slots[hash >>> shift] ?? []) {
      const start = at - gramEnd
      if (start < from || !path.startsWith(tail.literal, start) || tried?.has(tail) === true) continue
      tried ??= new Set()
      tried.add(tail)
      if (matchesTail(tail, path, from)) found.push(tail.id)
    }
  }
}

/** The hashes of every four characters of a text, from the left. */
function hashesOf(text: string): number[] {
  const hashes: number[] = []
  let gram = 0
  for (let at = 0; at < text.length; at += 1) {
    gram = nextGram(gram, text, at)
    if (at >= GRAM - 1) hashes.push(hashOf(gram))
  }
  return hashes
}

/** The last four characters as one number, a byte of each: what was read before them has been shifted out. */
function nextGram(gram: number, text: string, at: number): number {
  return (gram << 8) | (text.charCodeAt(at) & 0xff)
}

function hashOf(gram: number): number {
  return Math.imul(gram, 0x9e3779b1)
}

/** What tells most of the grams of a slot apart: seven bits of the hash, neither `FREE` nor `MIXED`. */
function markOf(hash: number): number {
  return ((hash >>> 8) & 0x7f) | 0x80
}
