/** Text, or a choice between several texts that may hold choices again. */
type BracePart = string | readonly (readonly BracePart[])[]

/** What a text with braces stands for, or why it cannot be read. `offset` counts UTF-16 units from 0. */
export type BraceSpread =
  | { readonly kind: 'spread'; readonly alternatives: readonly string[]; readonly literalBraces: readonly number[] }
  | { readonly kind: 'unclosed'; readonly offset: number }
  | { readonly kind: 'too-many' }

/**
 * Spreads `{a,b}` into its alternatives, in the order they are written; braces may stand inside braces. Braces around a single
 * alternative and a `}` that closes nothing are literal, and their offsets are told. The alternatives are counted before
 * any is made, so a text that stands for more than `limit` costs no more than its own length.
 */
export function spreadBraces(text: string, limit: number): BraceSpread {
  if (!text.includes('{') && !text.includes('}')) return { kind: 'spread', alternatives: [text], literalBraces: [] }
  const literalBraces: number[] = []
  let at = 0
  let unclosed = -1

  function readSequence(inside: boolean): BracePart[] {
    const parts: BracePart[] = []
    let from = at
    while (at < text.length) {
      const character = text[at]
      if (inside && (character === ',' || character === '}')) break
      if (character === '}') literalBraces.push(at)
      if (character !== '{') {
        at++
        continue
      }
      if (at > from) parts.push(text.slice(from, at))
      parts.push(...readChoice())
      from = at
    }
    if (at > from) parts.push(text.slice(from, at))
    return parts
  }

  function readChoice(): BracePart[] {
    const open = at
    const choices: BracePart[][] = []
    do {
      at++
      choices.push(readSequence(true))
    } while (text[at] === ',')
    if (at >= text.length) {
      unclosed = open
      return []
    }
    at++
    if (choices.length > 1) return [choices]
    literalBraces.push(open)
    return ['{', ...(choices[0] ?? []), '}']
  }

  const parts = readSequence(false)
  if (unclosed >= 0) return { kind: 'unclosed', offset: unclosed }
  if (countAlternatives(parts, limit) > limit) return { kind: 'too-many' }
  return { kind: 'spread', alternatives: [...new Set(spreadParts(parts))], literalBraces: literalBraces.sort((a, b) => a - b) }
}

function countAlternatives(parts: readonly BracePart[], limit: number): number {
  let count = 1
  for (const part of parts) {
    if (typeof part === 'string') continue
    let choices = 0
    for (const choice of part) choices += countAlternatives(choice, limit)
    count *= choices
    if (count > limit) return count
  }
  return count
}

function spreadParts(parts: readonly BracePart[]): string[] {
  let spread = ['']
  for (const part of parts) {
    const endings = typeof part === 'string' ? [part] : part.flatMap(spreadParts)
    spread = spread.flatMap((start) => endings.map((ending) => start + ending))
  }
  return spread
}
