import type { GrantedException, NeededApproval, PersonThen } from '#lib/model/exception.ts'
import type { Person, RoleGrant } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { CONTENT, hoursAgo } from './a-candidate.ts'

/** Somebody with roles, held for a long time; a role may be written `domain-owner billing`. */
export function aPerson(name: string, roles: readonly string[] = [], given: Partial<Person> = {}): Person {
  return { id: name, email: `${name}@example.test`, name, grants: roles.map((role) => aGrant(role)), ...given }
}

/** A role that was given a year ago. */
export function aGrant(text: string, given: Partial<RoleGrant> = {}): RoleGrant {
  const [role, domain = null] = text.split(' ')
  return { role: role as Role, domain, grantedBy: 'person:admin', grantedAt: hoursAgo(365 * 24), ...given }
}

/** Somebody as what they did is kept. */
export function aPersonThen(name: string): PersonThen {
  return { id: name, email: `${name}@example.test`, name }
}

/** An exception that was approved an hour ago for gates of the candidate and ends in a day; its approvers knew of nothing but what is given. */
export function aGrantedException(
  gates: readonly string[],
  {
    seen = [],
    passes = [],
    roles = ['domain-owner'],
    ...given
  }: Partial<GrantedException> & {
    readonly seen?: readonly string[]
    readonly passes?: readonly string[]
    readonly roles?: readonly Role[]
  } = {},
): GrantedException {
  const places = roles.map((role): { place: NeededApproval; by: PersonThen } => ({ place: { role }, by: aPersonThen(role) }))
  return {
    id: 'exception-1',
    gates,
    content: CONTENT,
    risk: 'low',
    expiresAt: hoursAgo(-24),
    approval: { at: hoursAgo(1), places, seen: Object.fromEntries(gates.map((gate) => [gate, { against: seen, passes }])) },
    ...given,
  }
}
