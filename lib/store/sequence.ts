import type { Session } from './database.ts'

/** The next number of the order that evidence, runs, skips, debt and promotions share. Only for whoever holds the audit chain. */
export async function nextSequence(session: Session): Promise<bigint> {
  const rows = await session.$queryRaw<{ next: bigint }[]>`SELECT nextval('history_sequence') AS next`
  const row = rows[0]
  if (row === undefined) throw new Error('the database gave no next number')
  return row.next
}

/** The moment by the clock of the database. */
export async function databaseMoment(session: Session): Promise<Date> {
  const rows = await session.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  const row = rows[0]
  if (row === undefined) throw new Error('the database gave no moment')
  return row.now
}
