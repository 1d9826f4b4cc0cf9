/** Who answers for an exception is told of its end so long before. */
const SOON_MS = 7 * 24 * 60 * 60 * 1000

/** True when an exception that is in force ends within seven days. */
export function endsSoon({ expiresAt }: { readonly expiresAt: string }, now: Date): boolean {
  return Date.parse(expiresAt) - now.getTime() < SOON_MS
}
