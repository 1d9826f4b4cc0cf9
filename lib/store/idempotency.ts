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
  return session.idempotencyKey.findUnique({
    where: { identity_key: { identity, key } },
    select: { bodySha256: true, answer: true },
  })
}

/** Lets one request at a time work under a key, until its transaction ends: the second of two sent at once finds the first one's answer. */
export async function holdKey(session: Session, owner: IdempotencyOwner): Promise<void> {
  const name = JSON.stringify([owner.identity, owner.key])
  await session.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`
}

/** Keeps the answer, in the transaction that makes it true. */
export async function keepAnswer(session: Session, owner: IdempotencyOwner, answer: KeptAnswer): Promise<void> {
  await session.idempotencyKey.create({ data: { ...owner, ...answer }, select: { key: true } })
}
