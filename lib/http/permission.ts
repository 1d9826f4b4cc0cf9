import { hasAnyRole, ONLY_PEOPLE } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'
import { type Caller, unauthenticated } from './caller.ts'
import type { Problem } from './problem.ts'

/**
 * Who may use an endpoint: anyone at all without being asked who they are (`public`) or whoever they are (`anyone`), whoever may read here,
 * a CI identity, or somebody who is signed in.
 */
export const ACCESS = ['public', 'anyone', 'read', 'ci', 'person'] as const

export type Access = (typeof ACCESS)[number]

/** Who may use an endpoint, as it declares it. */
export interface Permission {
  readonly access: Access
  /**
   * For `person`: the roles of which one is needed; without it, being signed in is enough. For `ci`: the roles by which people may as well.
   * Whether the role is for the domain at hand is decided where the domain is known.
   */
  readonly roles?: readonly Role[]
}

/** Null when the caller may, or why not. Whatever is not allowed here is not allowed. */
export function whyNotAllowed({ access, roles }: Permission, caller: Caller, publicRead: boolean): Problem | null {
  if (access === 'public' || access === 'anyone') return null
  if (access === 'person') return whyNotPerson(roles ?? null, caller)
  if (caller.role === 'ci') return null
  if (access === 'read' && (publicRead || caller.person !== null)) return null
  if (access === 'ci' && roles !== undefined && caller.person !== null) return whyNotPerson(roles, caller)
  if (caller.person !== null) return { code: 'forbidden', detail: 'Only a CI token may do this.' }
  if (caller.hasEnded) return sessionEnded()
  if (access === 'read') return unauthenticated('Reading needs a sign-in or a token here: LANEKEEPER_PUBLIC_READ is off.').problem
  const people = roles === undefined ? '' : `, or sign in as ${namesOf(roles)}`
  return unauthenticated(`Only a CI token may do this: send \`Authorization: Bearer <token>\`${people}.`).problem
}

/** What somebody is told who believes to be signed in. */
export function sessionEnded(): Problem {
  return unauthenticated('Your session has ended. Sign in again.').problem
}

function whyNotPerson(roles: readonly Role[] | null, { person, role, hasEnded }: Caller): Problem | null {
  if (role === 'ci') return { code: 'forbidden', detail: ONLY_PEOPLE }
  if (person === null) return hasEnded ? sessionEnded() : unauthenticated(ONLY_PEOPLE).problem
  if (roles === null || hasAnyRole(person, roles)) return null
  return { code: 'forbidden', detail: `Only ${namesOf(roles)} may do this. An administrator gives roles, under Settings, People.` }
}

function namesOf(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_WORDING[role].label.toLowerCase())
  return names.map((name) => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`).join(' or ')
}
