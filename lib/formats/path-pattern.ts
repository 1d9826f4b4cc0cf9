import type { DiagnosticCode } from '#lib/model/diagnostic.ts'
import type { PathPattern } from '#lib/model/path-pattern.ts'
import { spreadBraces } from './brace-spread.ts'
import { codePointName, findUnprintable, visibleText } from './visible-text.ts'

/** The longest pattern that is read, in UTF-16 units, and the most alternatives its braces may stand for. */
export const LONGEST_PATTERN = 512
export const MOST_ALTERNATIVES = 256

/** What is wrong with a pattern, or surprising about it. `offset` counts UTF-16 units of the text from 0. */
export interface PatternFault {
  readonly code: DiagnosticCode
  readonly offset: number
  readonly message: string
  readonly hint: string
}

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

function tooLong(text: string): PatternFault {
  return {
    code: 'pattern-too-long',
    offset: 0,
    message: `The pattern \`${visibleText(text, 40)}\` has ${text.length} characters; ${LONGEST_PATTERN} is the most that is read.`,
    hint: 'Name a folder above these files, or write several patterns.',
  }
}

function unprintableCharacter(text: string, offset: number): PatternFault {
  const name = codePointName(String.fromCodePoint(text.codePointAt(offset) ?? 0))
  return {
    code: 'pattern-control-character',
    offset,
    message: `The pattern \`${visibleText(text)}\` holds the character ${name}, which cannot be seen.`,
    hint: 'Type the path again; a copied text often brings such characters along.',
  }
}

function emptyPattern(message: string): PatternFault {
  return {
    code: 'pattern-empty',
    offset: 0,
    message,
    hint: "Write a path relative to the repository's root, such as `packages/platform/billing/**`; `**` alone means every file.",
  }
}

function braceUnclosed(text: string, offset: number): PatternFault {
  return {
    code: 'pattern-brace-unclosed',
    offset,
    message: `The pattern \`${visibleText(text)}\` opens a \`{\` that nothing closes.`,
    hint: 'Close it, as in `ops/{host,ci}/**`. A file name that holds a lone `{` can be matched with `?` in its place.',
  }
}

function tooManyAlternatives(text: string): PatternFault {
  return {
    code: 'pattern-too-many-alternatives',
    offset: Math.max(0, text.indexOf('{')),
    message: `The braces of \`${visibleText(text)}\` stand for more than ${MOST_ALTERNATIVES} paths.`,
    hint: 'Use `*` for the part that varies, or write several patterns.',
  }
}

function literalBrace(text: string, offset: number): PatternFault {
  return {
    code: 'pattern-brace-single',
    offset,
    message: `The brace at character ${offset + 1} of \`${visibleText(text)}\` offers no alternatives and is read as itself.`,
    hint: 'Nothing to do when the file name holds the brace. For alternatives write `{a,b}`; for any one folder write `*`.',
  }
}

function negated(text: string): PatternFault {
  return {
    code: 'pattern-negated',
    offset: Math.max(0, text.indexOf('!')),
    message: `The pattern \`${visibleText(text)}\` begins with \`!\`; a map can only give paths to a domain, never take them away.`,
    hint: 'Give the excepted paths to their own domain in a row of their own: the more specific row wins.',
  }
}

function absolute(text: string): PatternFault {
  return {
    code: 'pattern-absolute',
    offset: Math.max(0, text.indexOf('/')),
    message: `The pattern \`${visibleText(text)}\` begins with \`/\`.`,
    hint: `Paths are relative to the repository's root: write \`${visibleText(text.replace(/^\/+/, ''))}\`. A URL belongs in a Route column.`,
  }
}

function emptySegment(text: string): PatternFault {
  return {
    code: 'pattern-empty-segment',
    offset: Math.max(0, text.indexOf('//')),
    message: `The pattern \`${visibleText(text)}\` has nothing between two \`/\`.`,
    hint: 'Write one `/`, or `/**/` for any folders in between. A URL belongs in a Route column.',
  }
}

function parentSegment(text: string): PatternFault {
  return {
    code: 'pattern-parent',
    offset: Math.max(0, text.indexOf('..')),
    message: `The pattern \`${visibleText(text)}\` goes up with \`..\`.`,
    hint: "Write the path from the repository's root, without `..`.",
  }
}

function dotSegment(text: string): PatternFault {
  return {
    code: 'pattern-dot-slash',
    offset: 0,
    message: `The pattern \`${visibleText(text)}\` is read without its \`.\` folder.`,
    hint: "Write the path from the repository's root, without `./`.",
  }
}
