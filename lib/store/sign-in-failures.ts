import type { Session } from './database.ts'

/** For how long a wrong password counts. */
export const FAILURE_MINUTES = 15
/** So many wrong passwords for one address, */
export const MOST_OF_ACCOUNT = 5
/** and so many for all of them together: nobody tries one password on every account. */
export const MOST_OF_ALL = 200

/**
 * In how many seconds a password for this account (SHA-256 of its address, hex) may be tried again, by the clock of the database; null when
 * it may be now.
 */
export async function secondsToWait(session: Session, account: string): Promise<number | null> {
  const rows = await session.$queryRaw<{ wait: number | null }[]>`
    SELECT greatest(
      (SELECT extract(epoch FROM "at" + make_interval(mins => ${FAILURE_MINUTES}::int) - clock_timestamp()) FROM "sign_in_failure"
        WHERE "account_sha256" = ${account} ORDER BY "at" DESC OFFSET ${MOST_OF_ACCOUNT - 1} LIMIT 1),
      (SELECT extract(epoch FROM "at" + make_interval(mins => ${FAILURE_MINUTES}::int) - clock_timestamp()) FROM "sign_in_failure"
        ORDER BY "at" DESC OFFSET ${MOST_OF_ALL - 1} LIMIT 1))::float8 AS wait`
  const wait = rows[0]?.wait ?? 0
  return wait > 0 ? Math.ceil(wait) : null
}

/** Takes the account until the transaction ends: of passwords that are tried at once each one counts before the next is answered. */
export async function holdAccount(session: Session, account: string): Promise<void> {
  await session.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${account}, 0))::text`
}

/** Counts a wrong password, and forgets those that no longer count. */
export async function keepFailure(session: Session, account: string): Promise<void> {
  await session.$executeRaw`
    DELETE FROM "sign_in_failure" WHERE "at" < clock_timestamp() - make_interval(mins => ${FAILURE_MINUTES}::int)`
  await session.$executeRaw`INSERT INTO "sign_in_failure" ("account_sha256") VALUES (${account})`
}

/** Forgets the wrong passwords of an account: the right one was given. */
export async function forgetFailures(session: Session, account: string): Promise<void> {
  await session.$executeRaw`DELETE FROM "sign_in_failure" WHERE "account_sha256" = ${account}`
}
