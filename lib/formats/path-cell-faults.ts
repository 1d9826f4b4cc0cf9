import type { Severity } from '#lib/model/diagnostic.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import type { PatternFault } from './pattern-faults.ts'

/** A fault of one cell; `offset` counts UTF-16 units of the cell from 0. */
export interface CellFault extends PatternFault {
  readonly severity: Severity
}

/** The most paths one cell may hold, and the most words of prose in it that are told to look like one. */
export const MOST_CELL_PATHS = 500
export const MOST_PROSE_FAULTS = 20

/** More paths than one cell may hold. */
export function tooManyPaths(count: number): CellFault {
  const message = `The path cell holds ${count} paths; ${MOST_CELL_PATHS} is the most that is read.`
  const hint = 'Nothing of it was read. Name a folder above these files, or write several rows.'
  return { code: 'cell-too-long', severity: 'error', offset: 0, message, hint }
}

/** An empty cell, or what people write instead of leaving it empty. */
export function namesNothing(text: string, offset: number): CellFault {
  const message = text === '' ? 'The path cell is empty.' : `The path cell holds \`${visibleText(text)}\`, which names no path.`
  const hint = 'Write the paths the domain owns, such as `packages/platform/billing/**`, or remove the row.'
  return { code: 'cell-empty', severity: 'warning', offset, message, hint }
}

/** Prose where a path was looked for. */
export function notAPath(text: string, offset: number): CellFault {
  const message = `\`${visibleText(text)}\` does not read as a path and was left out.`
  const hint = 'If it is one, put it in backticks alone; otherwise move it to a Notes column.'
  return { code: 'cell-unclear', severity: 'warning', offset, message, hint }
}

/** A word beside code spans that could be a path too. */
export function proseLikePath(word: string, offset: number): CellFault {
  const message = `\`${visibleText(word)}\` looks like a path but stands outside the backticks, so it was left out.`
  const hint = 'Put it in backticks if the domain owns it; otherwise move it to a Notes column.'
  return { code: 'cell-unclear', severity: 'warning', offset, message, hint }
}

/** `<name>`, `…` or `...` in place of a part of the path. */
export function placeholderInside(text: string, offset: number): CellFault {
  const message = `\`${visibleText(text)}\` leaves a part of the path open and was left out.`
  const hint = "Write the whole path from the repository's root, with `*` for a part that varies."
  return { code: 'cell-unclear', severity: 'warning', offset, message, hint }
}

/** A bare name after a path of its kind. */
export function perhapsRelative(text: string, offset: number): CellFault {
  const message = `\`${visibleText(text)}\` follows a longer path of its kind, but is read from the repository's root.`
  const hint = 'If it lies beside the path before it, write its whole path.'
  return { code: 'cell-unclear', severity: 'warning', offset, message, hint }
}

/** A single word without backticks. */
export function perhapsFolder(text: string, offset: number): CellFault {
  const message = `\`${visibleText(text)}\` may be a word or a path; it is read as a path in the repository's root.`
  const hint = 'Put it in backticks, with a `/` at the end for a folder; otherwise move it to a Notes column.'
  return { code: 'cell-unclear', severity: 'warning', offset, message, hint }
}

/** A code span without an end. */
export function unclosedSpan(cell: string): CellFault {
  const message = 'A backtick in the path cell has no partner, so the text after it was not read as a path.'
  const hint = 'Close the code span. A pipe inside it must be written `\\|`, or the cell ends there.'
  return { code: 'cell-unclear', severity: 'error', offset: Math.max(0, cell.lastIndexOf('`')), message, hint }
}
