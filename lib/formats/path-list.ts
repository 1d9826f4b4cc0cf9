import { type ChangedFiles, collectFiles } from './changed-files.ts'
import { decodePath, readQuotedPath } from './git-path.ts'

const [NUL, LF, CR] = [0x00, 0x0a, 0x0d]

/**
 * Reads a list of changed paths, one a line, or separated by NUL characters as `git diff --name-only -z` writes them. A line that is
 * wholly a quoted name, as git quotes odd ones, is unquoted. What kind of change it was is not known: each counts as modified.
 */
export function parsePathList(bytes: Uint8Array, name: string): ChangedFiles {
  const collector = collectFiles(name)
  const separated = bytes.includes(NUL)
  pieces(bytes, separated ? NUL : LF).forEach((piece, at) => {
    const plain = separated || piece.at(-1) !== CR ? piece : piece.subarray(0, -1)
    if (plain.length === 0) return
    const decoded = decodePath(plain)
    const quoted = separated ? null : readQuotedPath(decoded.path)
    const found = quoted !== null && quoted.length === decoded.path.length ? quoted.name : decoded
    collector.add({ ...found, path: found.path.replace(/^(\.\/)+/, '') }, 'modified', at + 1)
  })
  return collector.found
}

function pieces(bytes: Uint8Array, separator: number): Uint8Array[] {
  const found: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(separator, from)
    const to = end === -1 ? bytes.length : end
    found.push(bytes.subarray(from, to))
    from = to + 1
  }
  return found
}
