import type { Evidence } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { evidenceByIds } from '#lib/store/evidence.ts'
import { ask } from '#lib/store/session.ts'
import { earlierAnswer, type KeptDocument, type RetryKey } from './answer-once.ts'
import { evidenceDocument } from './evidence-document.ts'

/**
 * What the answer to recorded evidence is made from, when it is given and at every retry. Evidence never changes, so this is kept under the
 * key of the request and not the whole answer again.
 */
export interface EvidenceAnswer {
  readonly repositoryId: string
  readonly isBatch: boolean
  readonly evidence: readonly { readonly id: string; readonly layer: Gate['layer']; readonly domain: Gate['domain'] }[]
}

/** The JSON text of the answer, as it was when the evidence was recorded; `recorded` in the order of the answer. */
export function evidenceAnswerText({ isBatch, evidence }: EvidenceAnswer, recorded: readonly Evidence[]): string {
  const documents = recorded.map((each, at) => evidenceDocument(each, evidence[at] ?? null))
  return JSON.stringify(isBatch ? { items: documents } : documents[0])
}

/** What was answered to this request when it came before; a refusal when its key was used for another, null when it is new. */
export async function earlierEvidenceAnswer(retry: RetryKey): Promise<KeptDocument | Refusal | null> {
  return ask(async (session) => {
    const earlier = await earlierAnswer(session, retry)
    if (earlier === null || isRefusal(earlier)) return earlier
    // Written by `recordEvidence`, and the row cannot have been changed since.
    const answer = JSON.parse(earlier.document) as EvidenceAnswer
    const ids = answer.evidence.map(({ id }) => id)
    // Oldest first, which is the order in which the evidence of one request is kept.
    const recorded = await evidenceByIds(session, BigInt(answer.repositoryId), ids)
    return {
      document: evidenceAnswerText(
        answer,
        recorded.map((each) => ({ ...each, revoked: null })),
      ),
      replayed: true,
    }
  })
}
