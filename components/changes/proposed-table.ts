/** A pattern of a map may be so long (docs/diagnostics.md, `pattern-too-long`). */
const LONGEST = 512

/** More than this is not a proposal that anybody reads. */
const MOST = 12

/**
 * Patterns that would own the paths: one for each folder that holds some of them, a file at the root by itself. What
 * cannot be written in a map is left out: a line break, or a wildcard that is part of a name.
 */
export function proposedPatterns(paths: readonly string[]): readonly string[] {
  const patterns = paths.map((path) => {
    const cut = path.lastIndexOf('/')
    return cut < 0 ? path : `${path.slice(0, cut)}/**`
  })
  return [...new Set(patterns)].filter((pattern) => pattern.length <= LONGEST && isLiteral(pattern.replace(/\/\*\*$/, ''))).slice(0, MOST)
}

/**
 * A table that gives patterns to a domain, to be put into an ownership map. It stands by itself, so it counts wherever
 * in the file it is put and whatever columns the other tables there have.
 */
export function proposedTable(patterns: readonly string[], domain: string): string {
  return ['| Path | Domain |', '| --- | --- |', ...patterns.map((pattern) => `| \`${pattern.replaceAll('|', '\\|')}\` | ${domain} |`)].join(
    '\n',
  )
}

function isLiteral(path: string): boolean {
  return !/[*?{}`\p{Cc}\p{Cf}]/u.test(path)
}
