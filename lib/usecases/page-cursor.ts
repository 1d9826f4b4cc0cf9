/** A place in a list as a client is given it: opaque, so that it may change. */
export function writeCursor(sequence: bigint | null): string | null {
  return sequence === null ? null : sequence.toString(36)
}

/**
 * The place that a cursor names; null for the beginning. A cursor that was never given out stands before the first item: it shows an empty
 * page, not a wrong one.
 */
export function readCursor(cursor: string | null): bigint | null {
  if (cursor === null) return null
  const digits = /^[0-9a-z]{1,12}$/.test(cursor) ? [...cursor] : []
  return digits.reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
}
