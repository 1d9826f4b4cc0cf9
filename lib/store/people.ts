import { randomUUID } from 'node:crypto'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { addressKey, type Person, type RoleGrant } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import type { Session } from './database.ts'

export interface PersonToCreate {
  readonly email: string
  readonly name: string
  /** The sign-in provider and its name for the person; null for whoever has a password here. */
  readonly provider: { readonly issuer: string; readonly subject: string } | null
  /** A hash of it, as `lib/usecases/password.ts` makes them; null for whoever signs in elsewhere. */
  readonly password: string | null
  readonly isDemo: boolean
  /** `person:<id>` or `server`. */
  readonly createdBy: string
}

export interface GrantToKeep extends RoleGrant {
  readonly personId: string
}

export interface GrantToRevoke {
  readonly personId: string
  readonly role: Role
  readonly domain: string | null
  readonly revokedBy: string
  readonly revokedAt: Date
}

/** Everybody whose account works, by address, each with the roles they have now. */
export async function loadPeople(session: Session): Promise<readonly Person[]> {
  return askPeople(session, Prisma.sql`p."disabled_at" IS NULL`)
}

/** Somebody whose account works, with the roles they have now; null for anybody else. */
export async function findPerson(session: Session, id: string): Promise<Person | null> {
  const [person = null] = await askPeople(session, Prisma.sql`p."disabled_at" IS NULL AND p."id"::text = ${id}`)
  return person
}

/** The person who is known by this name at this sign-in provider; null when nobody is. */
export async function findPersonOfProvider(session: Session, issuer: string, subject: string): Promise<Person | null> {
  const known = Prisma.sql`p."disabled_at" IS NULL AND p."issuer" = ${issuer} AND p."subject" = ${subject}`
  const [person = null] = await askPeople(session, known)
  return person
}

/** True when the account of this name at this provider does not work any more. */
export async function isClosedAtProvider(session: Session, issuer: string, subject: string): Promise<boolean> {
  const rows = await session.$queryRaw<unknown[]>`
    SELECT 1 FROM "person" WHERE "issuer" = ${issuer} AND "subject" = ${subject} AND "disabled_at" IS NOT NULL`
  return rows.length > 0
}

/** The names of everybody who ever had an account, by id: what they have done stays theirs. */
export async function namesOfPeople(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await session.$queryRaw<{ id: string; name: string }[]>`SELECT "id", "name" FROM "person"`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Keeps a new account. Null when the address, however it is spelled, or the name at the provider has one already. */
export async function createPerson(session: Session, person: PersonToCreate): Promise<Person | null> {
  const { email, name, provider, password, isDemo, createdBy } = person
  const id = randomUUID()
  const written = await session.$executeRaw`
    INSERT INTO "person" ("id", "email", "email_key", "name", "issuer", "subject", "password", "is_demo", "created_by")
    VALUES (${id}::uuid, ${email}, ${addressKey(email)}, ${name}, ${provider?.issuer ?? null}, ${provider?.subject ?? null}, ${password},
      ${isDemo}, ${createdBy})
    ON CONFLICT DO NOTHING`
  return written === 1 ? { id, email, name, grants: [] } : null
}

/**
 * Gives the account of an address, which was made without a password, to whoever a provider calls so. Null when there is no such account:
 * one with a password, or of somebody at a provider, is theirs.
 */
export async function linkPersonToProvider(
  session: Session,
  email: string,
  { issuer, subject }: NonNullable<PersonToCreate['provider']>,
): Promise<Person | null> {
  const rows = await session.$queryRaw<{ id: string }[]>`
    UPDATE "person" SET "issuer" = ${issuer}, "subject" = ${subject}
    WHERE "email_key" = ${addressKey(email)} AND "password" IS NULL AND "issuer" IS NULL AND "disabled_at" IS NULL
      AND NOT EXISTS (SELECT FROM "person" WHERE "issuer" = ${issuer} AND "subject" = ${subject})
    RETURNING "id"`
  return rows[0] === undefined ? null : findPerson(session, rows[0].id)
}

/** Gives a person a role. False when they have it, for this domain or for all as it is asked. */
export async function grantRole(session: Session, { personId, role, domain, grantedBy, grantedAt }: GrantToKeep): Promise<boolean> {
  const written = await session.$executeRaw`
    INSERT INTO "role_grant" ("id", "person_id", "role", "domain", "granted_by", "granted_at")
    VALUES (${randomUUID()}::uuid, ${personId}::uuid, ${role}, ${domain}, ${grantedBy}, ${grantedAt})
    ON CONFLICT ("person_id", "role", coalesce("domain", '')) WHERE "revoked_at" IS NULL DO NOTHING`
  return written === 1
}

/** Takes a role back from a person, from this moment on. False when they do not have it so. */
export async function revokeRole(session: Session, { personId, role, domain, revokedBy, revokedAt }: GrantToRevoke): Promise<boolean> {
  const written = await session.$executeRaw`
    UPDATE "role_grant" SET "revoked_by" = ${revokedBy}, "revoked_at" = ${revokedAt}
    WHERE "person_id" = ${personId}::uuid AND "role" = ${role} AND "domain" IS NOT DISTINCT FROM ${domain} AND "revoked_at" IS NULL`
  return written === 1
}

interface PersonRow {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Null for a person without a role. */
  readonly role: Role | null
  readonly domain: string | null
  readonly granted_by: string
  readonly granted_at: Date
}

async function askPeople(session: Session, which: Prisma.Sql): Promise<readonly Person[]> {
  const rows = await session.$queryRaw<PersonRow[]>(Prisma.sql`
    SELECT p."id", p."email", p."name", g."role", g."domain", g."granted_by", g."granted_at"
    FROM "person" p LEFT JOIN "role_grant" g ON g."person_id" = p."id" AND g."revoked_at" IS NULL
    WHERE ${which} ORDER BY p."email_key", g."role", g."domain" NULLS FIRST`)
  const people = new Map<string, Omit<Person, 'grants'> & { readonly grants: RoleGrant[] }>()
  for (const { id, email, name, role, domain, granted_by: grantedBy, granted_at: grantedAt } of rows) {
    const person = people.get(id) ?? { id, email, name, grants: [] }
    people.set(id, person)
    if (role !== null) person.grants.push({ role, domain, grantedBy, grantedAt })
  }
  return [...people.values()]
}
