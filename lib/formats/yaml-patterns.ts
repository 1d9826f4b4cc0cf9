import type { PathPattern } from '#lib/model/path-pattern.ts'
import type { LocatedFaults } from './located-faults.ts'
import { parsePathPattern } from './path-pattern.ts'
import type { YamlEntry } from './yaml-document.ts'
import { readTexts } from './yaml-readers.ts'

/** The most paths (alternatives of patterns) one list may stand for. */
export const MOST_LIST_PATHS = 20_000

export interface ListedPattern {
  readonly pattern: PathPattern
  readonly line: number
}

/** The path patterns of a list; one that cannot be read is left out with an error. Null when the key is absent. */
export function readPatterns(entry: YamlEntry | undefined, faults: LocatedFaults): readonly ListedPattern[] | null {
  const texts = readTexts(entry, faults)
  if (texts === null) return null
  const patterns: ListedPattern[] = []
  let paths = 0
  for (const { text, line, column } of texts) {
    const parsed = parsePathPattern(text)
    if ('fault' in parsed) {
      const { code, offset, message, hint } = parsed.fault
      faults.error(code, { line, column: column + offset }, message, hint)
      continue
    }
    for (const note of parsed.notes) faults.warning(note.code, { line, column: column + note.offset }, note.message, note.hint)
    paths += parsed.pattern.alternatives.length
    if (paths > MOST_LIST_PATHS) {
      const message = `The list stands for more than ${MOST_LIST_PATHS} paths; those from here on were not read.`
      faults.error('pattern-too-many-alternatives', { line, column }, message, 'Name folders instead, or use `*` for the part that varies.')
      break
    }
    patterns.push({ pattern: parsed.pattern, line })
  }
  return patterns
}
