import { COOL_DOWN_MS, isCoolingDown, type Person } from '#lib/model/person.ts'

/** A person and the roles they have, as they are answered. */
export function personDocument({ id, email, name, grants }: Person, now: Date) {
  const roles = grants.map((grant) => ({
    role: grant.role,
    domain: grant.domain,
    grantedBy: grant.grantedBy,
    grantedAt: grant.grantedAt,
    /** Until when nobody may approve by it; null once they may. */
    coolingDownUntil: isCoolingDown(grant, now) ? new Date(grant.grantedAt.getTime() + COOL_DOWN_MS) : null,
  }))
  return { id, email, name, roles }
}

export type PersonDocument = ReturnType<typeof personDocument>
