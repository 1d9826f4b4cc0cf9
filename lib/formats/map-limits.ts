import type { LocatedFaults } from './located-faults.ts'
import { countLineBreaks } from './text-file.ts'

/** What a map may hold so that reading it never takes long: lines, characters a line (UTF-16 units), and cells. */
export const MOST_LINES = 60_000
export const LONGEST_LINE = 256 * 1024
export const MOST_CELLS = 400_000
export const MOST_COLUMNS = 1_000

const DELIMITER_ROW = /^[\s|:>-]+$/

/** The lines of a map's text; null, with an error, when it breaks a limit, so that nothing of it may be read. */
export function splitMapLines(text: string, faults: LocatedFaults): string[] | null {
  if (countLineBreaks(text, MOST_LINES) >= MOST_LINES) {
    const message = `The map has more than ${MOST_LINES} lines, which is the most that is read.`
    faults.error('too-many-rows', { line: MOST_LINES + 1 }, message, 'Nothing of it was read. Name folders instead of single files.')
    return null
  }
  const lines = text.split(/\r\n?|\n/)
  return areWithinLimits(lines, faults) ? lines : null
}

function areWithinLimits(lines: readonly string[], faults: LocatedFaults): boolean {
  let columns = 0
  let cells = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.length > LONGEST_LINE) {
      const message = `The line has ${line.length} characters; ${LONGEST_LINE} is the most that is read.`
      faults.error('cell-too-long', { line: index + 1 }, message, 'Nothing of the map was read. Write one row a line.')
      return false
    }
    if (line.trimStart() === '') columns = 0
    else if (DELIMITER_ROW.test(line) && line.includes('-')) columns = Math.max(columns, line.split('|').length)
    if (columns > MOST_COLUMNS) {
      const message = `The table has about ${columns} columns; ${MOST_COLUMNS} is the most that is read.`
      faults.error('table-malformed', { line: index + 1 }, message, 'Nothing of the map was read. Remove the surplus columns.')
      return false
    }
    cells += columns
    if (cells > MOST_CELLS) {
      const message = `The tables have more than ${MOST_CELLS} cells up to here, which is the most that is read.`
      faults.error('too-many-rows', { line: index + 1 }, message, 'Nothing of the map was read. Name folders instead of single files.')
      return false
    }
  }
  return true
}
