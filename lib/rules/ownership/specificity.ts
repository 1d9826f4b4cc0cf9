/**
 * How exactly a pattern says what it means, as the numbers that rank it within one map
 * (docs/formats.md, "Which row wins"): the longest literal prefix, then the most literal characters, then the fewest wildcards.
 */
export interface Specificity {
  readonly literalPrefix: number
  readonly literals: number
  readonly wildcards: number
}

const WILDCARD = /\*\*|\*|\?/g

/** The specificity of one brace-free pattern. */
export function specificityOf(alternative: string): Specificity {
  const first = alternative.search(/[*?]/)
  const wildcards = alternative.match(WILDCARD) ?? []
  return {
    literalPrefix: first === -1 ? alternative.length : first,
    literals: alternative.length - wildcards.join('').length,
    wildcards: wildcards.length,
  }
}

/** Sorts the more specific first; 0 means equal rank. */
export function moreSpecificFirst(a: Specificity, b: Specificity): number {
  return b.literalPrefix - a.literalPrefix || b.literals - a.literals || a.wildcards - b.wildcards
}
