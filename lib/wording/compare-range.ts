/** Two candidates as an address names them: the one before and the one after. */
export interface CompareRange {
  readonly base: string
  readonly head: string
}

/** Reads `base...head`, as people know it; null for anything else. */
export function readRange(text: string): CompareRange | null {
  const [base, head, ...rest] = text.split('...').map((name) => name.trim())
  return base === undefined || head === undefined || base === '' || head === '' || rest.length > 0 ? null : { base, head }
}
