import { overlaysOf, type Part, partsOf, reasonsOf, statusOf, textOfPart } from '#cli/server/answer-parts.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { TableOptions } from './plan-table.ts'
import { reasonLines } from './reason-lines.ts'
import { styledMark } from './status-mark.ts'

const MOST_GATES = 50
const MARK_COLUMNS = 8

/** A release verdict: what is not satisfied, with why, who can move it and the next command; the reviews; the proofs of a fast profile. */
export function renderVerdict(contentId: string, answer: Part, candidate: Part, options: TableOptions): string {
  const { style } = options
  const verdict = textOfPart(answer.verdict)
  const says = verdict.startsWith('go') ? style.strong(verdict.toUpperCase()) : style.alarm(verdict.toUpperCase())
  return [
    `${says}  ${visible(contentId)}  profile ${visible(textOfPart(answer.profile))}\n`,
    gates(answer, candidate, options),
    exceptions(answer),
    reviews(answer),
    proofs(answer, options),
  ].join('')
}

function gates(answer: Part, candidate: Part, { style, width }: TableOptions): string {
  const names = Array.isArray(answer.unsatisfied) ? answer.unsatisfied.map(String) : []
  if (names.length === 0) return 'every required gate is satisfied\n'
  const judged = new Map(partsOf(candidate.gates).map((gate) => [textOfPart(gate.gate), gate]))
  const lines = names.slice(0, MOST_GATES).map((name) => {
    const gate = judged.get(name)
    if (gate === undefined) return `  ${visible(name)}\n`
    const mark = styledMark(statusOf(gate), overlaysOf(gate), style, MARK_COLUMNS)
    return `  ${mark} ${visible(name)}\n${reasonLines(reasonsOf(gate), width, '      ')}`
  })
  const more = names.length > MOST_GATES ? `  and ${names.length - MOST_GATES} more (all of them: --json)\n` : ''
  return `\n${count(names.length, 'gate')} not satisfied\n${lines.join('')}${more}`
}

/** What the verdict would not be without: each exception with its gates, its risk and its end. */
function exceptions(answer: Part): string {
  const leaned = partsOf(answer.exceptions)
  if (leaned.length === 0) return ''
  const lines = leaned.map(({ id, gates, risk, expiresAt }) => {
    const names = Array.isArray(gates) ? gates.map((gate) => visible(String(gate))).join(', ') : ''
    return `  ${visible(textOfPart(id))}  until ${visible(textOfPart(expiresAt))}, ${visible(textOfPart(risk))} risk\n      ${names}\n`
  })
  return `\nLeans on ${count(leaned.length, 'exception')} in force\n${lines.join('')}`
}

function reviews(answer: Part): string {
  const asked = partsOf(answer.reviews)
  if (asked.length === 0) return ''
  return `\nReviews\n${asked.map(({ domain, state }) => `  ${visible(textOfPart(domain))}: ${visible(textOfPart(state))}\n`).join('')}`
}

function proofs(answer: Part, { style, width }: TableOptions): string {
  const all = partsOf(answer.proofs)
  if (all.length === 0) return ''
  const lines = all.map((proof) => {
    const why = statusOf(proof) === 'passed' ? '' : reasonLines(reasonsOf(proof), width, '      ')
    return `  ${styledMark(statusOf(proof), [], style, MARK_COLUMNS)} ${visible(textOfPart(proof.id))}\n${why}`
  })
  return `\nProofs of the fast profile\n${lines.join('')}`
}
