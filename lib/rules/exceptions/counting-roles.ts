import { hasRole, isCoolingDown, isSamePerson, type Person, personIdentity } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'

/** Whoever may say no to any exception, whether or not their approval was needed. */
export const VETO_ROLES: readonly Role[] = ['architect', 'security-reviewer', 'governance-reviewer']

/** Of some roles those that a person has for a domain, for long enough to decide by, and not by their own doing. */
export function countingRoles(person: Person, roles: readonly Role[], domain: string, now: Date): readonly Role[] {
  const grants = person.grants.filter((grant) => grant.grantedBy !== personIdentity(person) && !isCoolingDown(grant, now))
  return roles.filter((role) => hasRole({ grants }, role, domain))
}

/** People as persons: accounts that must count as one person are one, with the roles of all of them. */
export function mergeAccounts<Account extends Pick<Person, 'id' | 'email'>>(accounts: readonly Account[]): readonly (readonly Account[])[] {
  const persons: Account[][] = []
  for (const account of accounts) {
    const own = persons.find((each) => each.some((other) => isSamePerson(account, other)))
    if (own === undefined) persons.push([account])
    else own.push(account)
  }
  return persons
}
