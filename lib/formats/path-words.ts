import { isPlaceholder } from './cell-text.ts'

/** What people write in a path column about paths instead of one. */
const WORDS_ABOUT_PATHS: ReadonlySet<string> = new Set([
  'shared',
  'various',
  'mixed',
  'multiple',
  'several',
  'other',
  'others',
  'misc',
  'unknown',
])

const EXTENSION = /^[^\s.][^\s]+\.[a-z][a-z0-9]{0,7}$/i

/**
 * How a part of a cell without backticks reads: surely a `path` (a `/`, wildcard, brace or extension and no space), `perhaps` one (a single
 * word: a folder can be called `tools`), `prose`, or `nothing` (a dash, `TBD`).
 */
export function readBareWord(text: string): 'path' | 'perhaps' | 'prose' | 'nothing' {
  if (isPlaceholder(text)) return 'nothing'
  if (/[\s"\\]|&[#\w]{1,10};/.test(text)) return 'prose'
  if (/[/*?{}.]/.test(text)) return 'path'
  return /^[\p{L}\p{N}_@+~#=-]+$/u.test(text) && !WORDS_ABOUT_PATHS.has(text.toLowerCase()) ? 'perhaps' : 'prose'
}

/** True when a word of prose could be meant as a path. */
export function looksLikePath(word: string): boolean {
  if (word.length > 512) return true
  const bare = word.replace(/^[("'*_[]{1,8}/, '').replace(/[)"'*_\].:!?]{1,8}$/, '')
  if (/^(?:and\/or|n\/a|w\/o|i\/o)$/i.test(bare)) return false
  return /[^/]\/|\/[^/]/.test(bare) || EXTENSION.test(bare) || /^\*+\.?\w|\w\*+$/.test(bare)
}
