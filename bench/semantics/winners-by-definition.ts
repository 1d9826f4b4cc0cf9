import type { Rule } from '../corpora/rule.ts'
import { meansPath } from './by-definition.ts'

/** The rules that own a path by the words of the contract: of all that match, those that none outranks. */
export function winnersByDefinition(rules: readonly Rule[], path: string): number[] {
  const matching = rules.flatMap(({ contract }, rule) => (meansPath(contract, path) ? [{ rule, standing: standingOf(contract) }] : []))
  return matching.filter(({ standing }) => !matching.some((other) => outranks(other.standing, standing))).map(({ rule }) => rule)
}

/** Longest literal prefix, then most literal characters, then fewest wildcards. */
function standingOf(pattern: string): readonly [number, number, number] {
  const wildcards = pattern.match(/\*\*|\*|\?/g) ?? []
  return [(pattern.split(/[*?]/)[0] ?? '').length, pattern.replace(/[*?]/g, '').length, -wildcards.length]
}

function outranks(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, place) => value !== right[place])
  return at !== -1 && (left[at] ?? 0) > (right[at] ?? 0)
}
