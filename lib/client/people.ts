import type { Role } from '#lib/model/role.ts'
import type { Sending } from './use-send.ts'

/** A role of a person; `domain` null: for all domains. */
export interface RoleOf {
  readonly personId: string
  readonly role: Role
  readonly domain: string | null
}

/** Gives a person a role. */
export function givenRole({ personId, ...role }: RoleOf): Sending {
  return { href: `/api/v1/people/${encodeURIComponent(personId)}/roles`, repository: null, body: role }
}

/** Takes a role back. */
export function takenRole({ personId, ...role }: RoleOf): Sending {
  return { href: `/api/v1/people/${encodeURIComponent(personId)}/roles/revocation`, repository: null, body: role }
}

/** Makes an account; without a password for somebody who signs in through the sign-in provider. */
export function newPerson(person: { readonly email: string; readonly name: string; readonly password?: string }): Sending {
  return { href: '/api/v1/people', repository: null, body: person }
}
