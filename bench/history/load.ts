/** What came of asking again and again. */
export interface Load {
  /** Requests a second. */
  readonly perSecond: number
  /** Milliseconds of the slowest of a hundred. */
  readonly p99: number
}

/** Runs `ask` so many times at once, again and again, for so long. */
export async function load(atOnce: number, ms: number, ask: () => Promise<unknown>): Promise<Load> {
  const took: number[] = []
  const startedAt = performance.now()
  const worker = async () => {
    while (performance.now() - startedAt < ms) {
      const askedAt = performance.now()
      await ask()
      took.push(performance.now() - askedAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = (performance.now() - startedAt) / 1000
  const sorted = took.toSorted((a, b) => a - b)
  return { perSecond: took.length / seconds, p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN }
}
