import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import { decodeUtf8 } from './text-file.ts'

/** A path as git gives it. `lossy` when its bytes are not UTF-8: the name is only an approximation then. */
export interface GitPath {
  readonly path: string
  readonly lossy: boolean
}

/** Reads the bytes of a path. */
export function decodePath(bytes: Uint8Array): GitPath {
  const path = decodeUtf8(bytes)
  return path === null ? { path: new TextDecoder().decode(bytes), lossy: true } : { path, lossy: false }
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

/**
 * Reads a name in the double quotes that git puts around odd ones (`"caf\303\251.txt"`), from the start of `text`. Answers the path
 * and the number of characters it took, or null when `text` does not begin with a whole quoted name.
 */
export function readQuotedPath(text: string): { readonly name: GitPath; readonly length: number } | null {
  if (!text.startsWith('"')) return null
  const bytes: number[] = []
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '"') return { name: decodePath(Uint8Array.from(bytes)), length: at + 1 }
    if (character !== '\\') {
      const point = String.fromCodePoint(text.codePointAt(at) ?? 0)
      bytes.push(...new TextEncoder().encode(point))
      at += point.length - 1
      continue
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4))
    const escaped = ESCAPES[text[at + 1] ?? '']
    if (octal === null && escaped === undefined) return null
    bytes.push(octal === null ? (escaped ?? 0) : Number.parseInt(octal[0], 8))
    at += octal === null ? 1 : 3
  }
  return null
}

/** What a person must know about a path of a change; it stays in the list, and can only be unmapped. */
export function checkPath({ path, lossy }: GitPath, file: string, line: number): Diagnostic[] {
  const found: Diagnostic[] = []
  if (lossy) {
    found.push({
      file,
      line,
      column: 1,
      code: 'path-not-utf8',
      severity: 'error',
      message: `The name ${visibleText(path)} is not UTF-8, so no map can name it.`,
      hint: 'Rename the file; until then every gate runs.',
    })
  }
  if (path.startsWith('/') || path.split('/').includes('..')) {
    found.push({
      file,
      line,
      column: 1,
      code: 'path-outside',
      severity: 'error',
      message: `${visibleText(path)} does not lie within the repository.`,
      hint: 'Give paths relative to the root of the repository, without a leading / and without .. in them.',
    })
  }
  return found
}
