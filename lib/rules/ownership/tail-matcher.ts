import { compileWildcards, runWildcards, type WildcardProgram } from './wildcard-program.ts'

/**
 * The part of a pattern from its first segment with a wildcard on. Most tails are of three plain shapes that need no
 * program; the text that every match must begin with, end with and contain refuses most paths before one runs.
 */
export interface Tail {
  readonly id: number
  /** What every match begins with; may be empty. */
  readonly prefix: string
  /** What every match ends with; may be empty. */
  readonly suffix: string
  /** The longest literal run of the tail, or its beginning; may be empty. */
  readonly literal: string
  /** `one-run`: only text around one `**`; `segment-run`: around one `*`; `contains`: `**` around text; `program`: all else. */
  readonly shape: 'one-run' | 'segment-run' | 'contains' | 'program'
  readonly program: WildcardProgram | null
}

/** Looking for a text takes up to its length for each character of a path, so no longer text is looked for. */
const LONGEST_LITERAL = 64

/** Prepares the tail of a brace-free pattern; `id` is handed back on a match. */
export function prepareTail(text: string, id: number): Tail {
  const runs = text.split(/[*?]+/)
  const prefix = runs[0] ?? ''
  const suffix = runs.at(-1) ?? ''
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
  const literal = longest.slice(0, LONGEST_LITERAL)
  const shape = shapeOf(text, prefix, suffix, literal)
  return { id, prefix, suffix, literal, shape, program: shape === 'program' ? compileWildcards(text) : null }
}

function shapeOf(text: string, prefix: string, suffix: string, literal: string): Tail['shape'] {
  if (text === `${prefix}**${suffix}`) return 'one-run'
  if (text === `${prefix}*${suffix}`) return 'segment-run'
  if (literal !== '' && text === `**${literal}**`) return 'contains'
  return 'program'
}

/** True when the tail accepts the whole of `path` from `from` on. */
export function matchesTail(tail: Tail, path: string, from: number): boolean {
  const { prefix, suffix } = tail
  const start = from + prefix.length
  const end = path.length - suffix.length
  if (end < start || !path.endsWith(suffix) || !path.startsWith(prefix, from)) return false
  switch (tail.shape) {
    case 'one-run':
      return true
    case 'segment-run': {
      const slash = path.indexOf('/', start)
      return slash === -1 || slash >= end
    }
    case 'contains':
      return path.indexOf(tail.literal, from) !== -1
    case 'program':
      return tail.program !== null && runWildcards(tail.program, path, from)
  }
}
