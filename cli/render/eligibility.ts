import { overlaysOf, type Part, partOf, partsOf, reasonsOf, statusOf, textOfPart, verdictOf } from '#cli/server/answer-parts.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { TableOptions } from './plan-table.ts'
import { reasonLines } from './reason-lines.ts'
import { styledMark } from './status-mark.ts'
import { wrap } from './wrap.ts'

const MARK_COLUMNS = 8

/** The eight items of a domain, each with its claim; of those that are not met, why, who can move it and the next command. */
export function renderEligibility(answer: Part, { style, width }: TableOptions): string {
  const items = partsOf(answer.items)
  const open = items.filter((item) => statusOf(item) !== 'passed').length
  const verdict = verdictOf(answer)
  const says = verdict === 'eligible' ? style.strong('ELIGIBLE') : style.alarm(verdict.toUpperCase())
  const count = open === 0 ? 'all 8 items are met' : `${open} of ${items.length} items open`
  return [
    `${style.strong(visible(textOfPart(answer.domain)))}  ${says}  ${count}\n${candidateLine(answer)}\n`,
    ...items.map((item) => {
      const mark = styledMark(statusOf(item), overlaysOf(item), style, MARK_COLUMNS)
      const head = `${String(item.number ?? '')} ${mark} ${visible(textOfPart(item.id))}\n`
      const why = statusOf(item) === 'passed' ? '' : reasonLines(reasonsOf(item), width, '    ')
      return `${head}${style.quiet(wrap(visible(textOfPart(item.claim)), width, '    ').trimEnd())}\n${why}`
    }),
  ].join('')
}

/** Which candidate an answer is about. */
export function candidateLine(answer: Part): string {
  if (answer.content === null || answer.content === undefined) return 'no candidate yet: nothing was recorded\n'
  return `candidate ${visible(contentIdOf(partOf(answer.content)))}\n`
}
