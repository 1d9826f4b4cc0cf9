/**
 * What a brace-free pattern means, by the words of the contract and without a thought for speed: after each token, every
 * place of the path that can have been reached. The matcher is held against this.
 */
export function meansPath(alternative: string, path: string): boolean {
  if (!/[*?]/.test(alternative)) return path === alternative || path.startsWith(`${alternative}/`)
  const characters = [...path]
  let reached = new Set([0])
  for (const token of alternative.match(/\*\*|\*|\?|[^*?]/gu) ?? []) {
    const next = new Set<number>()
    for (const at of reached) for (const end of endsOf(token, characters, at)) next.add(end)
    reached = next
  }
  return reached.has(characters.length)
}

function endsOf(token: string, characters: readonly string[], at: number): number[] {
  if (token === '*' || token === '**') {
    const ends = [at]
    for (let end = at; end < characters.length && (token === '**' || characters[end] !== '/'); end += 1) ends.push(end + 1)
    return ends
  }
  const character = characters[at]
  if (character === undefined) return []
  return (token === '?' ? character !== '/' : character === token) ? [at + 1] : []
}
