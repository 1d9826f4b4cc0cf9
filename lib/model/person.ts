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

/** Why nobody but a person who is signed in does what people decide. */
export const ONLY_PEOPLE = 'Only a person may do this, signed in; a token cannot.'

/** What a person's doings are kept under. */
export function personIdentity({ id }: Pick<Person, 'id'>): string {
  return `person:${id}`
}

/** True when the person has the role for the domain: by a grant for it, or by one for all domains. */
export function hasRole({ grants }: Pick<Person, 'grants'>, role: Role, domain: string | null): boolean {
  return grants.some((grant) => grant.role === role && (grant.domain === null || grant.domain === domain))
}

/** True when the person has one of the roles, for whichever domain. */
export function hasAnyRole({ grants }: Pick<Person, 'grants'>, roles: readonly Role[]): boolean {
  return grants.some(({ role }) => roles.includes(role))
}

/**
 * True when two accounts must count as one person: the same account, or the same address however it is spelled (case, and what follows a
 * plus sign, make no second person).
 */
export function isSamePerson(one: Pick<Person, 'id' | 'email'>, other: Pick<Person, 'id' | 'email'>): boolean {
  return one.id === other.id || plainAddress(one.email) === plainAddress(other.email)
}

/** How long a role that a person was given does not let them approve: nobody is made an approver for the occasion. */
export const COOL_DOWN_MS = 24 * 60 * 60 * 1000

/** True while a role is too young to approve by. What the settings of the server say counts from the start. */
export function isCoolingDown({ grantedBy, grantedAt }: Pick<RoleGrant, 'grantedBy' | 'grantedAt'>, now: Date): boolean {
  return grantedBy !== 'server' && now.getTime() - grantedAt.getTime() < COOL_DOWN_MS
}

/** An e-mail address as two spellings of it are compared: an account is for one of them. */
export function addressKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

function plainAddress(email: string): string {
  const [name = '', host = ''] = addressKey(email).split('@')
  return `${name.split('+')[0]}@${host}`
}
