import { compileWildcards, runWildcards, type WildcardProgram } from './wildcard-program.ts'

/**
 * The part of a pattern from its first segment with a wildcard on. Most tails are of three plain shapes that need no
 * program; the literal text that every match must contain, and end with, refuses most paths before one runs.
 */
export interface Tail {
  readonly id: number
  /** What every match ends with; may be empty. */
  readonly suffix: string
  /** The longest literal run of the tail; may be empty. */
  readonly literal: string
  readonly shape: 'segment-suffix' | 'path-suffix' | 'contains' | 'program'
  readonly program: WildcardProgram | null
}

/** Prepares the tail of a brace-free pattern; `id` is handed back on a match. */
export function prepareTail(text: string, id: number): Tail {
  const runs = text.split(/[*?]+/)
  const suffix = runs.at(-1) ?? ''
  const literal = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
  const shape = shapeOf(text, suffix, literal)
  return { id, suffix, literal, shape, program: shape === 'program' ? compileWildcards(text) : null }
}

function shapeOf(text: string, suffix: string, literal: string): Tail['shape'] {
  if (text === `**${suffix}`) return 'path-suffix'
  if (text === `*${suffix}` && !suffix.includes('/')) return 'segment-suffix'
  if (literal !== '' && text === `**${literal}**`) return 'contains'
  return 'program'
}

/** True when the tail accepts the whole of `path` from `from` on. */
export function matchesTail(tail: Tail, path: string, from: number): boolean {
  if (!path.endsWith(tail.suffix) || path.length - from < tail.suffix.length) return false
  switch (tail.shape) {
    case 'path-suffix':
      return true
    case 'segment-suffix':
      return path.indexOf('/', from) === -1
    case 'contains':
      return path.indexOf(tail.literal, from) !== -1
    case 'program':
      return tail.program !== null && runWildcards(tail.program, path, from)
  }
}
