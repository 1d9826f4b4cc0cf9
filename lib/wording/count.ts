/**
 * A number with its noun: `1 gate`, `2 gates`, `1,204 files`. The plural is the noun with an `s` unless it is given.
 * Numbers are grouped by commas whatever the machine's language is, so that the same input gives the same bytes.
 */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${groupDigits(amount)} ${amount === 1 ? noun : plural}`
}

/** A whole number with a comma before every third digit. */
export function groupDigits(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
