/** The middle of some samples, with the least and the most of them. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? Number.NaN) : upper
  return { median: (lower + upper) / 2, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN }
}

/** The ratios of two sides sampled in the same rounds: each to its neighbour, so that a slow minute of the machine cancels out. */
export function ratioOf(left: readonly number[], right: readonly number[]): Spread {
  return spreadOf(left.map((value, at) => value / (right[at] ?? Number.NaN)))
}
