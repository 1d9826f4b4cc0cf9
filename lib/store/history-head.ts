import { Prisma } from '#lib/generated/prisma/client.ts'
import type { HistoryChange, HistoryPoint } from '#lib/model/history-change.ts'
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

/** What was done after an entry of the history, each action once; null when the history does not have that entry, and is another one. */
export async function actionsSince(
  session: Session,
  entry: { readonly sequence: number; readonly hash: string },
): Promise<readonly string[] | null> {
  const rows = await session.$queryRaw<{ known: boolean; actions: string[] | null }[]>`
    SELECT EXISTS (SELECT FROM "audit_event" WHERE "sequence" = ${entry.sequence} AND "hash" = ${entry.hash}) AS known,
      (SELECT array_agg(DISTINCT "canonical"::jsonb->>'action') FROM "audit_event" WHERE "sequence" > ${entry.sequence}) AS actions`
  const row = rows[0]
  return row?.known ? (row.actions ?? []) : null
}

/** The newest entry of the history and the hash that names all before it. One row by the key: cheap enough to be asked several times a second. */
export async function newestEntry(session: Session): Promise<HistoryPoint & { readonly hash: string | null }> {
  const rows = await session.$queryRaw<{ sequence: bigint; at: bigint; hash: string }[]>(
    Prisma.sql`SELECT "sequence", "at", "hash" FROM "audit_event" ORDER BY "sequence" DESC LIMIT 1`,
  )
  const row = rows[0]
  return row === undefined ? { sequence: 0, at: null, hash: null } : { sequence: Number(row.sequence), at: Number(row.at), hash: row.hash }
}

/** The newest of what was recorded after a sequence, at most `limit`, oldest first. */
export async function changesAfter(session: Session, sequence: number, limit: number): Promise<readonly HistoryChange[]> {
  const rows = await session.$queryRaw<{ sequence: bigint; at: bigint; repository: string | null; action: string }[]>(
    Prisma.sql`SELECT "sequence", "at", "repository", "canonical"::jsonb->>'action' AS "action" FROM "audit_event"
      WHERE "sequence" > ${sequence} ORDER BY "sequence" DESC LIMIT ${limit}`,
  )
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence), at: Number(row.at) })).reverse()
}
