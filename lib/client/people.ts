import type { Role } from '#lib/model/role.ts'
import { send } from './send.ts'

/** A role of a person; `domain` null: for all domains. */
export interface RoleOf {
  readonly personId: string
  readonly role: Role
  readonly domain: string | null
}

/** Gives a person a role. */
export function postRole({ personId, ...role }: RoleOf, key: string): Promise<object> {
  return send(`/api/v1/people/${encodeURIComponent(personId)}/roles`, role, key)
}

/** Takes a role back. */
export function postRoleRevocation({ personId, ...role }: RoleOf, key: string): Promise<object> {
  return send(`/api/v1/people/${encodeURIComponent(personId)}/roles/revocation`, role, key)
}

/** Makes an account; without a password for somebody who signs in through the sign-in provider. */
export function postPerson(
  person: { readonly email: string; readonly name: string; readonly password?: string },
  key: string,
): Promise<{ readonly id: string }> {
  return send('/api/v1/people', person, key)
}
