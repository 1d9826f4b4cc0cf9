import type { Role } from './role.ts'

/** A role that a person has, for one domain or, where `domain` is null, for all. */
export interface RoleGrant {
  readonly role: Role
  readonly domain: string | null
  /** `person:<id>`, or `server` for what its settings say. */
  readonly grantedBy: string
  readonly grantedAt: Date
}

/** Somebody who signs in. Rights are read at every request; nothing of them is in a cookie. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly grants: readonly RoleGrant[]
}

/** What a person's doings are kept under. */
export function personIdentity({ id }: Pick<Person, 'id'>): string {
  return `person:${id}`
}

/** True when the person has the role for the domain: by a grant for it, or by one for all domains. */
export function hasRole({ grants }: Pick<Person, 'grants'>, role: Role, domain: string | null): boolean {
  return grants.some((grant) => grant.role === role && (grant.domain === null || grant.domain === domain))
}

/**
 * True when two accounts must count as one person: the same account, or the same address however it is spelled (case, and what follows a
 * plus sign, make no second person).
 */
export function isSamePerson(one: Pick<Person, 'id' | 'email'>, other: Pick<Person, 'id' | 'email'>): boolean {
  return one.id === other.id || plainAddress(one.email) === plainAddress(other.email)
}

function plainAddress(email: string): string {
  const [name = '', host = ''] = email.normalize('NFKC').toLowerCase().split('@')
  return `${name.split('+')[0]}@${host}`
}
