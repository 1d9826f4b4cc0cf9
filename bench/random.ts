/** Draws that depend on the seed alone, so that every process of a run makes the same corpus. */
export interface Random {
  /** A whole number from 0 up to, but not including, `below`. */
  readonly whole: (below: number) => number
  /** One of the items, which must not be empty. */
  readonly pick: <T>(items: readonly T[]) => T
  /** True about `share` of the time; 0 to 1. */
  readonly chance: (share: number) => boolean
  /** The same items in another order. */
  readonly shuffle: <T>(items: readonly T[]) => T[]
}

/** A generator of 32-bit numbers (mulberry32); good enough to lay out folders, not to guard anything. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number) => Math.floor(next() * below)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const shuffle = <T>(items: readonly T[]): T[] => {
    const order = items.map((item) => ({ item, key: next() }))
    return order.sort((a, b) => a.key - b.key).map(({ item }) => item)
  }
  return { whole, pick, chance: (share) => next() < share, shuffle }
}
