import type { PathOwnership } from '#lib/model/ownership-report.ts'
import { CHANGE_CLASS_WORDING } from '#lib/wording/change-class.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { Style } from './style.ts'

/** Who owns each path, by which map row, and what class of change it would be; a path without an owner says what follows from that. */
export function renderOwnership(paths: readonly PathOwnership[], style: Style): string {
  return paths.map((path) => ownershipOf(path, style)).join('\n')
}

function ownershipOf({ path, owners, classes, claims }: PathOwnership, style: Style): string {
  const rows = owners.map(
    (owner) =>
      `  ${style.strong(visible(owner.domain))}  by ${visible(owner.file)}:${owner.line} (${owner.map} map)  ${visible(owner.pattern)}\n`,
  )
  const claimed = claims.map(
    (claim) => `  claimed by the lane of ${visible(claim.domain)} in ${visible(claim.file)}:${claim.line}  ${visible(claim.pattern)}\n`,
  )
  const nobody = owners.length > 0 ? '' : `  ${style.alarm('no owner')}: no row of any ownership map matches\n`
  const means = classes.map((each) => `  ${CHANGE_CLASS_WORDING[each].label}: ${lowerFirst(CHANGE_CLASS_WORDING[each].next)}\n`)
  return `${style.strong(visible(path))}\n${nobody}${rows.join('')}${claimed.join('')}${means.join('')}`
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
