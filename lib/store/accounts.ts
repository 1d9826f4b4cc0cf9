import { addressKey } from '#lib/model/person.ts'
import type { Session } from './database.ts'

/** What signing in with a password is held against. */
export interface Account {
  readonly id: string
  /** Null for whoever signs in elsewhere. */
  readonly password: string | null
}

/** The account of an address, however it is spelled, if it works; null when there is none. */
export async function findAccount(session: Session, email: string): Promise<Account | null> {
  const rows = await session.$queryRaw<Account[]>`
    SELECT "id", "password" FROM "person" WHERE "email_key" = ${addressKey(email)} AND "disabled_at" IS NULL`
  return rows[0] ?? null
}

/** Gives an account another password. */
export async function setPassword(session: Session, id: string, password: string): Promise<void> {
  await session.$executeRaw`UPDATE "person" SET "password" = ${password} WHERE "id" = ${id}::uuid`
}

/** Makes an account of the demo, if the address has one, somebody's own: it works whether or not the demo is on. */
export async function takeOutOfDemo(session: Session, email: string): Promise<void> {
  await session.$executeRaw`
    UPDATE "person" SET "is_demo" = false, "disabled_at" = NULL WHERE "email_key" = ${addressKey(email)} AND "is_demo"`
}

/** Lets the accounts of the demo work, or not: then whoever is signed in with one is signed out. */
export async function switchDemoAccounts(session: Session, on: boolean): Promise<void> {
  if (on) {
    await session.$executeRaw`UPDATE "person" SET "disabled_at" = NULL WHERE "is_demo" AND "disabled_at" IS NOT NULL`
    return
  }
  await session.$executeRaw`UPDATE "person" SET "disabled_at" = clock_timestamp() WHERE "is_demo" AND "disabled_at" IS NULL`
  await session.$executeRaw`
    UPDATE "person_session" SET "revoked_at" = clock_timestamp()
    WHERE "revoked_at" IS NULL AND "person_id" IN (SELECT "id" FROM "person" WHERE "is_demo")`
}
