import type { PathPattern } from '#lib/model/path-pattern.ts'
import { splitOutsideBraces } from './brace-split.ts'
import { dropEmphasis, dropLinkTargets, isOneCodeSpan, isPlaceholder, LINE_BREAK, unescapePunctuation } from './cell-text.ts'
import { findCodeSpans } from './code-spans.ts'
import {
  type CellFault,
  MOST_CELL_PATHS,
  MOST_PROSE_FAULTS,
  namesNothing,
  notAPath,
  perhapsFolder,
  perhapsRelative,
  placeholderInside,
  proseLikePath,
  tooManyPaths,
  unclosedSpan,
} from './path-cell-faults.ts'
import { parsePathPattern } from './path-pattern.ts'
import { looksLikePath, readBareWord } from './path-words.ts'

export interface PathCell {
  readonly patterns: readonly PathPattern[]
  readonly faults: readonly CellFault[]
}

/**
 * The patterns of a path cell (contract 2.1): each back-ticked span is one, and the text around spans is prose; without spans, commas
 * outside braces and `<br>` separate. Whatever is not taken, or could mean something else, is told as a fault of the cell.
 */
export function readPathCell(cell: string): PathCell {
  const patterns: PathPattern[] = []
  const faults: CellFault[] = []
  if (isOneCodeSpan(cell)) {
    const text = cell.slice(1, -1)
    takeSpan(text.trim(), 1 + (text.length - text.trimStart().length), patterns, faults)
  } else if (isPlaceholder(cell)) {
    faults.push(namesNothing(cell, 0))
  } else if (cell.includes('`')) {
    readSpans(cell, patterns, faults)
  } else {
    readBareParts(cell, patterns, faults)
  }
  return { patterns, faults }
}

function readSpans(cell: string, patterns: PathPattern[], faults: CellFault[]): void {
  const { spans, around, unclosed } = findCodeSpans(cell)
  if (spans.length > MOST_CELL_PATHS) {
    faults.push(tooManyPaths(spans.length))
    return
  }
  const endings = new Set<string>()
  for (const { text, offset } of spans) {
    const taken = takeSpan(text, offset, patterns, faults)
    const isBare = !text.slice(0, -1).includes('/')
    if (taken && isBare && endings.has(endingOf(text))) faults.push(perhapsRelative(text, offset))
    if (!isBare) endings.add(endingOf(text))
  }
  if (unclosed) faults.push(unclosedSpan(cell))
  const prose = dropLinkTargets(around.replace(LINE_BREAK, ' ')).split(/[\s,;]+/)
  for (const word of prose.filter(looksLikePath).slice(0, MOST_PROSE_FAULTS)) {
    faults.push(proseLikePath(word, Math.max(0, cell.indexOf(word))))
  }
}

/** What kind of path a text names: `/` for a folder, an extension for a file. A wildcard or a name without either has none of its own. */
function endingOf(text: string): string {
  return /[*?]/.test(text) ? text : (/\/$|\.[^./]+$/.exec(text)?.[0] ?? text)
}

function takeSpan(text: string, offset: number, patterns: PathPattern[], faults: CellFault[]): boolean {
  if (isPlaceholder(text)) {
    faults.push(namesNothing(text, offset))
    return false
  }
  if (text.includes(' ') && !/[/.*]/.test(text)) {
    faults.push(notAPath(text, offset))
    return false
  }
  return takePattern(text, offset, patterns, faults)
}

function readBareParts(cell: string, patterns: PathPattern[], faults: CellFault[]): void {
  const parts = splitOutsideBraces(cell)
  if (parts.length > MOST_CELL_PATHS) {
    faults.push(tooManyPaths(parts.length))
    return
  }
  for (const { text, offset } of parts) {
    if (text === '') continue
    const path = unescapePunctuation(dropBold(dropLinkTargets(text)))
    const word = readBareWord(path)
    if (word === 'nothing') faults.push(namesNothing(text, offset))
    else if (word === 'prose') faults.push(notAPath(text, offset))
    else if (takePattern(path, offset, patterns, faults) && word === 'perhaps') faults.push(perhapsFolder(path, offset))
  }
}

/** Stars around a whole part are bold type, unless they can only be wildcards (`**` before a `/`). Underscores belong to names such as `__tests__`. */
function dropBold(text: string): string {
  const inner = text.startsWith('*') ? dropEmphasis(text) : text
  return inner.startsWith('/') !== text.startsWith('/') || inner.includes('*') ? text : inner
}

function takePattern(text: string, offset: number, patterns: PathPattern[], faults: CellFault[]): boolean {
  const parsed = parsePathPattern(text)
  if ('fault' in parsed) {
    faults.push({ ...parsed.fault, offset: offset + parsed.fault.offset, severity: 'error' })
    return false
  }
  if (text.startsWith('...') || text.includes('…') || /<[^<>]*>/.test(text)) {
    faults.push(placeholderInside(text, offset))
    return false
  }
  for (const note of parsed.notes) faults.push({ ...note, offset: offset + note.offset, severity: 'warning' })
  patterns.push(parsed.pattern)
  return true
}
