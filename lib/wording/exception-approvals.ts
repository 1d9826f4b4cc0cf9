import type { NeededApproval } from '#lib/model/exception.ts'
import type { Role } from '#lib/model/role.ts'
import { ROLE_WORDING } from './role.ts'

/** A place in an approval: `Domain owner of billing`, `Architect`. */
export function neededApprovalText({ role, domain }: NeededApproval): string {
  const { label } = ROLE_WORDING[role]
  return domain === undefined ? label : `${label} of ${domain}`
}

/** What is still needed, as a sentence: `Still needed: a domain owner of billing and an architect, each of them somebody else.` */
export function openApprovalsText(open: readonly NeededApproval[]): string {
  if (open.length === 0) return 'Every approval that is needed is there.'
  const words = open.map(({ role, domain }) => `${withArticle(role)}${domain === undefined ? '' : ` of ${domain}`}`)
  const listed = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}, each of them somebody else`
  return `Still needed: ${listed}.`
}

function withArticle(role: Role): string {
  const word = ROLE_WORDING[role].label.toLowerCase()
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}
