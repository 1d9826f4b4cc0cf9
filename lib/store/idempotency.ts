import type { Session } from './database.ts'
import type { PackedText } from './packed-text.ts'

/** What was answered to the first request with a key. */
export interface KeptAnswer {
  readonly bodySha256: string
  /** JSON text. */
  readonly answer: PackedText
}

/** Whose key it is: keys of different callers never meet. */
export interface IdempotencyOwner {
  readonly identity: string
  readonly key: string
}

/** The answer kept under a key, or null. */
export async function keptAnswer(session: Session, owner: IdempotencyOwner): Promise<KeptAnswer | null> {
  const { identity, key } = owner
  const rows = await session.$queryRaw<KeptAnswer[]>`
    SELECT "body_sha256" AS "bodySha256", "answer" FROM "idempotency_key" WHERE "identity" = ${identity} AND "key" = ${key}`
  return rows[0] ?? null
}

/** Keeps the answer, in the transaction that makes it true. False when the key has an answer already: then nothing of the transaction may stay. */
export async function keepAnswer(session: Session, owner: IdempotencyOwner, answer: KeptAnswer): Promise<boolean> {
  const kept = await session.$executeRaw`
    INSERT INTO "idempotency_key" ("identity", "key", "body_sha256", "answer")
    VALUES (${owner.identity}, ${owner.key}, ${answer.bodySha256}, ${answer.answer}) ON CONFLICT DO NOTHING`
  return kept === 1
}
