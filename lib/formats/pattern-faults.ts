import type { DiagnosticCode } from '#lib/model/diagnostic.ts'
import { codePointName, visibleText } from '#lib/model/visible-text.ts'

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

/** More characters than are read. */
export function tooLong(text: string): PatternFault {
  return {
    code: 'pattern-too-long',
    offset: 0,
    message: `The pattern \`${visibleText(text, 40)}\` has ${text.length} characters; ${LONGEST_PATTERN} is the most that is read.`,
    hint: 'Name a folder above these files, or write several patterns.',
  }
}

/** A character that cannot be seen stands at `offset`. */
export function unprintableCharacter(text: string, offset: number): PatternFault {
  const name = codePointName(String.fromCodePoint(text.codePointAt(offset) ?? 0))
  return {
    code: 'pattern-control-character',
    offset,
    message: `The pattern \`${visibleText(text)}\` holds the character ${name}, which cannot be seen.`,
    hint: 'Type the path again; a copied text often brings such characters along.',
  }
}

/** Nothing is named. */
export function emptyPattern(message: string): PatternFault {
  return {
    code: 'pattern-empty',
    offset: 0,
    message,
    hint: "Write a path relative to the repository's root, such as `packages/platform/billing/**`; `**` alone means every file.",
  }
}

/** The brace at `offset` is never closed. */
export function braceUnclosed(text: string, offset: number): PatternFault {
  return {
    code: 'pattern-brace-unclosed',
    offset,
    message: `The pattern \`${visibleText(text)}\` opens a \`{\` that nothing closes.`,
    hint: 'Close it, as in `ops/{host,ci}/**`. A file name that holds a lone `{` can be matched with `?` in its place.',
  }
}

/** The braces stand for more paths than are read. */
export function tooManyAlternatives(text: string): PatternFault {
  return {
    code: 'pattern-too-many-alternatives',
    offset: Math.max(0, text.indexOf('{')),
    message: `The braces of \`${visibleText(text)}\` stand for more than ${MOST_ALTERNATIVES} paths.`,
    hint: 'Use `*` for the part that varies, or write several patterns.',
  }
}

/** A note: the brace at `offset` is read as itself. */
export function literalBrace(text: string, offset: number): PatternFault {
  return {
    code: 'pattern-brace-single',
    offset,
    message: `The brace at character ${offset + 1} of \`${visibleText(text)}\` offers no alternatives and is read as itself.`,
    hint: 'Nothing to do when the file name holds the brace. For alternatives write `{a,b}`; for any one folder write `*`.',
  }
}

/** A map can only give. */
export function negated(text: string): PatternFault {
  return {
    code: 'pattern-negated',
    offset: Math.max(0, text.indexOf('!')),
    message: `The pattern \`${visibleText(text)}\` begins with \`!\`; a map can only give paths to a domain, never take them away.`,
    hint: 'Give the excepted paths to their own domain in a row of their own: the more specific row wins.',
  }
}

/** A path from the root of the disk, or a URL. */
export function absolute(text: string): PatternFault {
  return {
    code: 'pattern-absolute',
    offset: Math.max(0, text.indexOf('/')),
    message: `The pattern \`${visibleText(text)}\` begins with \`/\`.`,
    hint: `Paths are relative to the repository's root: write \`${visibleText(text.replace(/^\/+/, ''))}\`. A URL belongs in a Route column.`,
  }
}

/** Two slashes side by side. */
export function emptySegment(text: string): PatternFault {
  return {
    code: 'pattern-empty-segment',
    offset: Math.max(0, text.indexOf('//')),
    message: `The pattern \`${visibleText(text)}\` has nothing between two \`/\`.`,
    hint: 'Write one `/`, or `/**/` for any folders in between. A URL belongs in a Route column.',
  }
}

/** A path that could leave the repository. */
export function parentSegment(text: string): PatternFault {
  return {
    code: 'pattern-parent',
    offset: Math.max(0, text.indexOf('..')),
    message: `The pattern \`${visibleText(text)}\` goes up with \`..\`.`,
    hint: "Write the path from the repository's root, without `..`.",
  }
}

/** A note: a `.` folder was left out. */
export function dotSegment(text: string): PatternFault {
  return {
    code: 'pattern-dot-slash',
    offset: 0,
    message: `The pattern \`${visibleText(text)}\` is read without its \`.\` folder.`,
    hint: "Write the path from the repository's root, without `./`.",
  }
}
