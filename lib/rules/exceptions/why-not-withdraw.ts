import { currentVersion, type Exception } from '#lib/model/exception.ts'
import { hasRole, isSamePerson, type Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { effectiveState } from './effective-state.ts'
import { sayRoles } from './say-role.ts'
import { notNow, notYours, type WhyNot } from './why-not.ts'
import { whyNotOpen } from './why-not-open.ts'

/** The sentence why a person cannot withdraw a request now, or null: only who asked can, and only what is not decided. */
export function whyNotWithdraw(exception: Exception, person: Person, now: Date): WhyNot | null {
  const [first] = exception.versions
  if (first === undefined || !isSamePerson(first.by, person)) {
    return notYours('Only who asked for an exception can withdraw it. Whoever may decide can reject it.')
  }
  return whyNotOpen(exception, 'withdrawn', now)
}

/** Whoever may end an approved exception before its time, beside who asked for it: that can only make things stricter. */
const MAY_REVOKE: readonly Role[] = ['domain-owner', 'release-manager', 'architect', 'security-reviewer', 'governance-reviewer']

/** The sentence why a person cannot revoke an exception now, or null. */
export function whyNotRevoke(exception: Exception, person: Person, now: Date): WhyNot | null {
  const { domain } = currentVersion(exception).request
  const asked = exception.versions[0]?.by
  const isTheirs = asked !== undefined && isSamePerson(asked, person)
  if (!isTheirs && !MAY_REVOKE.some((role) => hasRole(person, role, domain))) {
    return notYours(`Only who asked for it, or ${sayRoles(MAY_REVOKE)} for ${domain}, can revoke this.`)
  }
  const state = effectiveState(exception, now)
  if (state === 'approved') return null
  if (state === 'requested')
    return notNow('This exception is not approved yet: it can be withdrawn or rejected, and there is nothing to revoke.')
  return notNow(
    state === 'expired'
      ? 'This exception has ended: there is nothing to revoke.'
      : `This exception was ${state}: there is nothing to revoke.`,
  )
}
