import { overlaysOf, type Part, partsOf, statusOf, textOfPart, verdictOf } from '#cli/server/answer-parts.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { candidateLine } from './eligibility.ts'
import type { TableOptions } from './plan-table.ts'
import { markLegend, statusMark, styledMark } from './status-mark.ts'
import { wrap } from './wrap.ts'

const GAP = 2

/**
 * Every domain by its items, as a table of marks; where the terminal is too narrow for one, a paragraph for each domain. Shape and word
 * say everything that colour does.
 */
export function renderBoard(answer: Part, { style, width }: TableOptions): string {
  const rows = partsOf(answer.rows).map((row) => ({ row, cells: partsOf(row.cells) }))
  if (rows.length === 0) return 'no domain lane is declared\n'
  const columns = (rows[0]?.cells ?? []).map((cell) => visible(textOfPart(cell.id)))
  const cells = rows.flatMap((each) => each.cells)
  const first = Math.max(...rows.map(({ row }) => visible(textOfPart(row.domain)).length), 'DOMAIN'.length) + GAP
  const each = Math.max(...cells.map((cell) => statusMark(statusOf(cell), overlaysOf(cell)).length)) + GAP
  const fits = first + columns.length * each + 'not-eligible'.length <= width
  const table = fits
    ? [
        `${'DOMAIN'.padEnd(first)}${columns.map((_, at) => String(at + 1).padEnd(each)).join('')}VERDICT\n`,
        ...rows.map(
          ({ row, cells }) =>
            `${visible(textOfPart(row.domain)).padEnd(first)}${cells.map((cell) => styledMark(statusOf(cell), overlaysOf(cell), style, each)).join('')}${verdictOf(row)}\n`,
        ),
        `\n${wrap(columns.map((id, at) => `${at + 1}:${id}`).join(', '), width, '')}`,
      ]
    : rows.map(({ row, cells }) => {
        const marks = cells.map((cell) => `  ${styledMark(statusOf(cell), overlaysOf(cell), style, 9)}${visible(textOfPart(cell.id))}\n`)
        return `${style.strong(visible(textOfPart(row.domain)))}  ${verdictOf(row)}\n${marks.join('')}\n`
      })
  const legend = markLegend(cells.map(statusOf), cells.flatMap(overlaysOf))
  return [candidateLine(answer), '\n', ...table, wrap(legend, width, '')].join('')
}
