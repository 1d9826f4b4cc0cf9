/**
 * The contract's spelling of a gitignore pattern, as brace-free alternatives that together match the same files; null
 * for what has no such spelling: negations, character classes, escapes.
 */
export function fromGitignore(text: string): string[] | null {
  if (/[![\]\\{}]/.test(text) || text.includes('//')) return null
  const bare = text.replace(/^\/|\/$/g, '')
  if (bare === '' || bare.startsWith('/') || bare.endsWith('/')) return null
  const anchored = text.slice(0, -1).includes('/')
  const segments = readSegments(anchored ? bare : `**/${bare}`)
  const inside = segments.at(-1) === '**'
  const starts = expandFolders(inside ? segments.slice(0, -1) : segments)
  return [...new Set(starts.flatMap((start) => endings(start, inside, text.endsWith('/'))))]
}

/** Only a whole segment of two stars crosses folders, and two such segments are one; in any other place stars are one star. */
function readSegments(bare: string): string[] {
  const segments = bare.split('/').map((segment) => (segment === '**' ? segment : segment.replace(/\*+/g, '*')))
  return segments.filter((segment, at) => segment !== '**' || segments[at - 1] !== '**')
}

/** A whole segment of two stars stands for no folder or for any number of them. */
function expandFolders(segments: readonly string[]): string[] {
  let starts: string[][] = [[]]
  for (const segment of segments) {
    starts = segment === '**' ? starts.flatMap((start) => [start, [...start, '**']]) : starts.map((start) => [...start, segment])
  }
  return starts.map((start) => start.join('/'))
}

/** gitignore matches what lies beneath a match too; with a slash at the end only that, for then only folders match. */
function endings(start: string, inside: boolean, onlyFolders: boolean): string[] {
  const within = start === '' ? '' : `${start}/`
  if (inside) return [onlyFolders ? `${within}*/**` : `${within}**`]
  if (onlyFolders) return [`${start}/**`]
  return /[*?]/.test(start) ? [start, `${start}/**`] : [start]
}
