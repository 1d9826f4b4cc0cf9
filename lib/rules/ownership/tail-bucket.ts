import { matchesTail, prepareTail, type Tail } from './tail-matcher.ts'

/**
 * The tails that start at one folder. Few are tried one by one; many are found by four characters of a text that each of
 * them must contain, so that a path is only held against tails that share some of its text.
 */
export interface TailBucket {
  readonly always: readonly Tail[]
  readonly byGram: GramTable | null
}

/** Tails by the hash of four characters of their literal. A collision only costs a try: every tail is matched in full. */
interface GramTable {
  readonly slots: readonly (readonly KeyedTail[] | undefined)[]
  /** 1 for each slot that is taken. Most characters of most paths end here, so it is small enough to stay near the processor. */
  readonly taken: Uint8Array
  readonly shift: number
}

interface KeyedTail {
  readonly tail: Tail
  /** Where in the literal the four characters end. */
  readonly gramEnd: number
}

const FEW = 6
const GRAM = 4

/** Builds a bucket of `[text, id]` pairs. */
export function buildTailBucket(entries: readonly (readonly [text: string, id: number])[]): TailBucket {
  const tails = entries.map(([text, id]) => prepareTail(text, id))
  const findable = tails.filter((tail) => tail.literal.length >= GRAM)
  if (findable.length <= FEW) return { always: tails, byGram: null }
  return { always: tails.filter((tail) => tail.literal.length < GRAM), byGram: buildGramTable(findable) }
}

/** Each tail goes under those four characters of its literal that the fewest tails share. */
function buildGramTable(tails: readonly Tail[]): GramTable {
  const shift = Math.clz32(tails.length) - 4
  const size = 2 ** (32 - shift)
  const uses = new Uint32Array(size)
  for (const { literal } of tails) for (const slot of slotsOf(literal, shift)) uses[slot] = (uses[slot] ?? 0) + 1
  const slots: (KeyedTail[] | undefined)[] = new Array(size).fill(undefined)
  const taken = new Uint8Array(size)
  for (const tail of tails) {
    const candidates = slotsOf(tail.literal, shift)
    const rarest = candidates.reduce((best, slot, at) => ((uses[slot] ?? 0) < (uses[candidates[best] ?? 0] ?? 0) ? at : best), 0)
    const slot = candidates[rarest] ?? 0
    const sharing = slots[slot] ?? []
    sharing.push({ tail, gramEnd: rarest + GRAM - 1 })
    slots[slot] = sharing
    taken[slot] = 1
  }
  return { slots, taken, shift }
}

/** Adds the ids of the tails that accept `path` from `from` on. */
export function matchTails(bucket: TailBucket, path: string, from: number, found: number[]): void {
  for (const tail of bucket.always) if (matchesTail(tail, path, from)) found.push(tail.id)
  if (bucket.byGram === null) return
  const { slots, taken, shift } = bucket.byGram
  // A literal may stand in the path several times; its tail is tried once.
  let tried: Set<Tail> | undefined
  let gram = 0
  for (let at = from; at < path.length; at += 1) {
    gram = nextGram(gram, path, at)
    const slot = slotOf(gram, shift)
    if (taken[slot] !== 1) continue
    for (const { tail, gramEnd } of slots[slot] ?? []) {
      const start = at - gramEnd
      if (start < from || !path.startsWith(tail.literal, start) || tried?.has(tail) === true) continue
      tried ??= new Set()
      tried.add(tail)
      if (matchesTail(tail, path, from)) found.push(tail.id)
    }
  }
}

/** The slots of every four characters of a literal, from the left. */
function slotsOf(literal: string, shift: number): number[] {
  const slots: number[] = []
  let gram = 0
  for (let at = 0; at < literal.length; at += 1) {
    gram = nextGram(gram, literal, at)
    if (at >= GRAM - 1) slots.push(slotOf(gram, shift))
  }
  return slots
}

/** The last four characters as one number, a byte of each: what was read before them has been shifted out. */
function nextGram(gram: number, text: string, at: number): number {
  return (gram << 8) | (text.charCodeAt(at) & 0xff)
}

function slotOf(gram: number, shift: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> shift
}
