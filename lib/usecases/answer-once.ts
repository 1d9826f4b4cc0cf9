import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Session } from '#lib/store/database.ts'
import { type IdempotencyOwner, keepAnswer, keptAnswer } from '#lib/store/idempotency.ts'
import { type PackedText, packText, unpackText } from '#lib/store/packed-text.ts'
import { ask, inTransaction } from '#lib/store/session.ts'

/** Names one request across its retries. */
export interface RetryKey extends IdempotencyOwner {
  readonly bodySha256: string
}

/** A JSON document as it was answered; `replayed` when nothing new was kept. */
export interface KeptDocument {
  readonly document: string
  /** The same, as it is stored, when it had to be packed anyway. */
  readonly packed?: PackedText
  readonly replayed: boolean
  /** What the document is read by from now on, where that is asked for. */
  readonly id?: string
}

/** Keeps what was decided, in a transaction, and answers it. What turns out to be refused there must have kept nothing yet. */
export type Keep = (session: Session) => Promise<KeptDocument | Refusal>

/**
 * Decides, keeps, and answers, all once per retry key: the same request again gets the first answer, another request under the same key is
 * refused. What is kept and the answer to it are one transaction. Of two requests sent at once both may decide; one is kept.
 */
export async function answerOnce(retry: RetryKey | null, decide: () => Promise<Keep | Refusal>): Promise<KeptDocument | Refusal> {
  const earlier = retry === null ? null : await ask((session) => earlierAnswer(session, retry))
  if (earlier !== null) return earlier
  const keep = await decide()
  if (isRefusal(keep)) return keep
  if (retry === null) return inTransaction(keep)
  try {
    return await inTransaction((session) => keepOnce(session, retry, keep))
  } catch (error) {
    const meanwhile = error instanceof KeyTaken ? await ask((session) => earlierAnswer(session, retry)) : null
    if (meanwhile === null) throw error
    return meanwhile
  }
}

/** Another request under the same key was kept first: what this one has written must go. */
export class KeyTaken extends Error {}

async function keepOnce(session: Session, retry: RetryKey, keep: Keep): Promise<KeptDocument | Refusal> {
  const kept = await keep(session)
  // What is refused now may be what the same request, sent at the same time, has just done.
  if (isRefusal(kept)) return (await earlierAnswer(session, retry)) ?? kept
  const answer = kept.packed ?? (await packText(kept.document))
  const isFirst = await keepAnswer(session, { identity: retry.identity, key: retry.key }, { bodySha256: retry.bodySha256, answer })
  if (!isFirst) throw new KeyTaken('the key of this request has an answer already')
  return kept
}

/** What was answered to this request when it came before; a refusal when its key was used for another, null when it is new. */
export async function earlierAnswer(session: Session, retry: RetryKey): Promise<KeptDocument | Refusal | null> {
  const kept = await keptAnswer(session, retry)
  if (kept === null) return null
  if (kept.bodySha256 !== retry.bodySha256) {
    return { refused: 'idempotency-conflict', detail: 'This Idempotency-Key was used for another request. A new request needs a new key.' }
  }
  return { document: await unpackText(kept.answer), replayed: true }
}
