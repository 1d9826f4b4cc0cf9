import type { Checkpoint } from '#lib/model/checkpoint.ts'
import type { Session } from './database.ts'

/** What the database says of the entry that a checkpoint signs for. One moment, one question. */
export interface EntryOfCheckpoint {
  readonly head: Checkpoint | null
  readonly hash: string | null
  readonly hasYoungerRecords: boolean
}

/** Where the chain ends, the hash of its entry `size`, and whether records are younger than its end. */
export async function entryOfCheckpoint(session: Session, size: number): Promise<EntryOfCheckpoint> {
  const [row] = await session.$queryRaw<{ sequence: bigint | null; head: string | null; hash: string | null; younger: boolean }[]>`
    SELECT a."sequence", a."hash" AS "head", (SELECT "hash" FROM "audit_event" WHERE "sequence" = ${size}) AS "hash",
      EXISTS (SELECT FROM "repository" r CROSS JOIN LATERAL (
        SELECT greatest(
          (SELECT "received_at" FROM "evidence" e WHERE e."repository_id" = r."id" ORDER BY "sequence" DESC LIMIT 1),
          (SELECT "declared_at" FROM "skip" s WHERE s."repository_id" = r."id" ORDER BY "sequence" DESC LIMIT 1),
          (SELECT "announced_at" FROM "announced_run" n WHERE n."repository_id" = r."id" ORDER BY "sequence" DESC LIMIT 1),
          (SELECT "promoted_at" FROM "promotion" p WHERE p."repository_id" = r."id" ORDER BY "sequence" DESC LIMIT 1)) AS "at") newest
        WHERE newest."at" > 'epoch'::timestamptz + coalesce(a."at", 0) * interval '1 millisecond') AS "younger"
    FROM (SELECT 1) one LEFT JOIN (SELECT "sequence", "at", "hash" FROM "audit_event" ORDER BY "sequence" DESC LIMIT 1) a ON true`
  if (row === undefined) throw new Error('the database gave no head')
  const { sequence, head, hash, younger } = row
  return {
    head: sequence === null || head === null ? null : { size: Number(sequence), hash: head },
    hash,
    hasYoungerRecords: younger,
  }
}

/** The hashes of the entries with these sequences, as far as there are any. */
export async function hashesOfEntries(session: Session, sequences: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await session.$queryRaw<{ sequence: bigint; hash: string }[]>`
    SELECT "sequence", "hash" FROM "audit_event" WHERE "sequence" = ANY(${sequences.map(BigInt)}::bigint[])`
  return new Map(rows.map(({ sequence, hash }) => [Number(sequence), hash]))
}

/** When the entry that a checkpoint signs for was recorded, in milliseconds; null when the chain has no such entry. */
export async function momentOfCheckpoint(session: Session, { size, hash }: Checkpoint): Promise<number | null> {
  const [row] = await session.$queryRaw<{ at: bigint }[]>`SELECT "at" FROM "audit_event" WHERE "sequence" = ${size} AND "hash" = ${hash}`
  return row === undefined ? null : Number(row.at)
}
