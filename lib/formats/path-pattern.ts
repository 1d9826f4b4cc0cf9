import type { PathPattern } from '#lib/model/path-pattern.ts'
import { findUnprintable, visibleText } from '#lib/model/visible-text.ts'
import { spreadBraces } from './brace-spread.ts'
import {
  absolute,
  braceUnclosed,
  dotSegment,
  emptyPattern,
  emptySegment,
  LONGEST_PATTERN,
  literalBrace,
  MOST_ALTERNATIVES,
  negated,
  type PatternFault,
  parentSegment,
  tooLong,
  tooManyAlternatives,
  unprintableCharacter,
} from './pattern-faults.ts'

/** Most patterns: names and folders, perhaps everything beneath. Nothing in them needs a second look. */
const PLAIN_PATTERN = /^[\w@+-][\w@+.-]*(?:\/[\w@+-][\w@+.-]*)*(?:\/\*\*?)?$/

const NO_NOTES: readonly PatternFault[] = []

export type ParsedPattern = { readonly pattern: PathPattern; readonly notes: readonly PatternFault[] } | { readonly fault: PatternFault }

/**
 * Reads a path pattern of a map or lane. Relative to the repository's root, braces spread, `**` for three stars and more, no `./`
 * and no `/` at the end; a pattern with wildcards that ends in `/` means everything beneath. Everything but `*`, `**`, `?` and
 * braces with several alternatives is literal, so `web/app/(auth)/[id]/page.tsx` is just text. A pattern that negates, is absolute or
 * leaves the repository is a fault; notes are warnings about a pattern that could be read.
 */
export function parsePathPattern(text: string): ParsedPattern {
  if (text.length > LONGEST_PATTERN) return { fault: tooLong(text) }
  if (PLAIN_PATTERN.test(text)) return { pattern: { text, alternatives: [text] }, notes: NO_NOTES }
  const unprintable = findUnprintable(text)
  if (unprintable >= 0) return { fault: unprintableCharacter(text, unprintable) }
  if (text.trim() === '') return { fault: emptyPattern('The pattern is empty.') }

  const spread = spreadBraces(text, MOST_ALTERNATIVES)
  if (spread.kind === 'unclosed') return { fault: braceUnclosed(text, spread.offset) }
  if (spread.kind === 'too-many') return { fault: tooManyAlternatives(text) }

  const notes: PatternFault[] = spread.literalBraces.length > 0 ? [literalBrace(text, spread.literalBraces[0] ?? 0)] : []
  const alternatives: string[] = []
  for (const written of spread.alternatives) {
    const withoutDots = dropDotSegments(written)
    const fault = findPathFault(text, written) ?? findPathFault(text, withoutDots)
    if (fault !== null) return { fault }
    if (withoutDots !== written && !notes.some((note) => note.code === 'pattern-dot-slash')) notes.push(dotSegment(text))
    const alternative = readFolderSlash(withoutDots.replace(/\*{3,}/g, '**'))
    if (alternative === '') return { fault: emptyPattern(`The pattern \`${visibleText(text)}\` names the repository's root itself.`) }
    if (!alternatives.includes(alternative)) alternatives.push(alternative)
  }
  return { pattern: { text, alternatives }, notes }
}

function findPathFault(text: string, written: string): PatternFault | null {
  if (written.startsWith('!')) return negated(text)
  if (written.startsWith('/')) return absolute(text)
  if (written.includes('//')) return emptySegment(text)
  if (written.includes('..') && written.split('/').includes('..')) return parentSegment(text)
  return null
}

function dropDotSegments(written: string): string {
  if (!written.includes('.')) return written
  const segments = written.split('/')
  if (!segments.includes('.')) return written
  const kept = segments.filter((segment) => segment !== '.').join('/')
  return segments.at(-1) === '.' && kept !== '' ? `${kept}/` : kept
}

function readFolderSlash(alternative: string): string {
  if (!alternative.endsWith('/')) return alternative
  const folder = alternative.slice(0, -1)
  const alreadyBeneath = folder === '**' || folder.endsWith('/**')
  return alreadyBeneath || !/[*?]/.test(folder) ? folder : `${folder}/**`
}
