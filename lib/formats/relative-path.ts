import { findUnprintable } from '#lib/model/visible-text.ts'

/** A path relative to the repository's root, without `./` and a `/` at its end; null when it is empty, absolute or leaves the repository. */
export function normaliseRelativePath(text: string): string | null {
  const path = text.trim()
  if (path === '' || path.startsWith('/') || path.length > 1024 || path.includes('\\') || findUnprintable(path) >= 0) return null
  const segments = path.split('/').filter((segment) => segment !== '.' && segment !== '')
  return segments.includes('..') || segments.length === 0 ? null : segments.join('/')
}
