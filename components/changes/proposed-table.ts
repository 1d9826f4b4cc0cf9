/**
 * A table that gives paths to a domain, to be put into an ownership map. It stands by itself, so it counts wherever in
 * the file it is put and whatever columns the other tables there have.
 */
export function proposedTable(unmapped: readonly string[], domain: string): string {
  const rows = foldersOf(unmapped).map((path) => `| ${cell(path)} | ${domain} |`)
  return ['| Path | Domain |', '| --- | --- |', ...rows].join('\n')
}

/** One pattern for each folder that holds unmapped files; a file at the root stands for itself alone. */
export function foldersOf(paths: readonly string[]): readonly string[] {
  const patterns = paths.map((path) => {
    const cut = path.lastIndexOf('/')
    return cut < 0 || !isPlain(path.slice(0, cut)) ? path : `${path.slice(0, cut)}/**`
  })
  return [...new Set(patterns)]
}

// A pattern takes * ? { } as its own; a folder with one of them in its name cannot be written as `folder/**`.
function isPlain(folder: string): boolean {
  return !/[*?{}\p{Cc}]/u.test(folder)
}

function cell(pattern: string): string {
  return `\`${pattern.replaceAll('|', '\\|')}\``
}
