import type { NeededApproval } from '#lib/model/exception.ts'
import type { Role } from '#lib/model/role.ts'

const SAID: Readonly<Record<Role, string>> = {
  viewer: 'a viewer',
  'domain-owner': 'a domain owner',
  'release-manager': 'a release manager',
  architect: 'an architect',
  'security-reviewer': 'a security reviewer',
  'governance-reviewer': 'a governance reviewer',
  admin: 'an administrator',
}

/** A role within a sentence: `an architect`. */
export function sayRole(role: Role): string {
  return SAID[role]
}

/** Places within a sentence: `a domain owner of billing and a release manager`. */
export function sayPlaces(places: readonly NeededApproval[]): string {
  return joined(
    places.map(({ role, domain }) => (domain === undefined ? sayRole(role) : `${sayRole(role)} of ${domain}`)),
    'and',
  )
}

/** Roles to choose from: `a domain owner, a release manager or an architect`. */
export function sayRoles(roles: readonly Role[]): string {
  return joined(roles.map(sayRole), 'or')
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
