import type { Session } from './database.ts'

/** How far the history goes at a moment: the newest entry of the audit chain. */
export interface HistoryHead {
  /** 0 before the first entry. */
  readonly sequence: number
  /** Names the whole history: it is the hash of the newest entry, which covers all before it. Null before the first. */
  readonly hash: string | null
  /** By the database's clock. */
  readonly now: Date
}

/** The head of the history. Whatever is recorded has an entry in the same transaction, so that what was read at one head stays true at it. */
export async function historyHead(session: Session): Promise<HistoryHead> {
  const rows = await session.$queryRaw<{ sequence: bigint | null; hash: string | null; now: Date }[]>`
    SELECT a."sequence", a."hash", clock_timestamp() AS now
    FROM (SELECT 1) one LEFT JOIN (SELECT "sequence", "hash" FROM "audit_event" ORDER BY "sequence" DESC LIMIT 1) a ON true`
  const row = rows[0]
  if (row === undefined) throw new Error('the database gave no moment')
  return { sequence: Number(row.sequence ?? 0), hash: row.hash, now: row.now }
}
