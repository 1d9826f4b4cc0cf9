import type { Session } from './database.ts'

/** A session ends when nothing was asked in it for this long, */
export const IDLE_MINUTES = 60
/** and this long after the sign-in, whatever is asked. */
export const ABSOLUTE_HOURS = 12

export interface SessionToKeep {
  /** Of the id in the cookie, in hex. */
  readonly sha256: string
  readonly personId: string
  /** When the person has shown who they are. */
  readonly authTime: Date
}

export interface KnownSession {
  readonly personId: string
  readonly authTime: Date
}

/** How often it is written down that a session is in use; more often would turn every request into a write. */
const LAST_SEEN_STEP_MS = 60_000

/** Keeps a session that begins now, and forgets those that have long ended. */
export async function keepSession(session: Session, { sha256, personId, authTime }: SessionToKeep): Promise<void> {
  await session.$executeRaw`DELETE FROM "person_session" WHERE "created_at" < clock_timestamp() - interval '2 days'`
  await session.$executeRaw`
    INSERT INTO "person_session" ("sha256", "person_id", "auth_time") VALUES (${sha256}, ${personId}::uuid, ${authTime})`
}

/** The session of this hash, while it lasts by the clock of the database; null for any other. Writes down that it was used. */
export async function findSession(session: Session, sha256: string): Promise<KnownSession | null> {
  const rows = await session.$queryRaw<{ person_id: string; auth_time: Date; unseen_for: bigint }[]>`
    SELECT "person_id", "auth_time", (extract(epoch FROM clock_timestamp() - "last_seen_at") * 1000)::bigint AS unseen_for
    FROM "person_session" WHERE "sha256" = ${sha256} AND "revoked_at" IS NULL
      AND "last_seen_at" > clock_timestamp() - make_interval(mins => ${IDLE_MINUTES}::int)
      AND "created_at" > clock_timestamp() - make_interval(hours => ${ABSOLUTE_HOURS}::int)`
  const row = rows[0]
  if (row === undefined) return null
  if (row.unseen_for > LAST_SEEN_STEP_MS) {
    await session.$executeRaw`UPDATE "person_session" SET "last_seen_at" = clock_timestamp() WHERE "sha256" = ${sha256}`
  }
  return { personId: row.person_id, authTime: row.auth_time }
}

/** Ends a session, if it has not ended. */
export async function revokeSession(session: Session, sha256: string): Promise<void> {
  await session.$executeRaw`
    UPDATE "person_session" SET "revoked_at" = clock_timestamp() WHERE "sha256" = ${sha256} AND "revoked_at" IS NULL`
}

/** Ends every session of a person. */
export async function revokeSessionsOf(session: Session, personId: string): Promise<void> {
  await session.$executeRaw`
    UPDATE "person_session" SET "revoked_at" = clock_timestamp() WHERE "person_id" = ${personId}::uuid AND "revoked_at" IS NULL`
}
