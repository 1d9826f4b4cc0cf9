import type { PriorRefusal, Skip } from '#lib/model/skip.ts'
import { contentValue } from './content-value.ts'

/** A declared skip as it is answered, with what it is judged to be now. */
export function skipDocument(
  skip: Skip,
  judged: { readonly state: 'accepted' | 'refused'; readonly refusal: PriorRefusal | null },
  domain: string | null,
) {
  return {
    id: skip.id,
    sequence: skip.sequence,
    state: judged.state,
    refusal: judged.refusal,
    gate: skip.gate,
    domain,
    profile: skip.profile,
    content: contentValue(skip.content),
    reason: skip.reason,
    prior: skip.prior,
    risk: skip.risk,
    runId: skip.runId,
    declaredBy: skip.declaredBy,
    declaredAt: skip.declaredAt.toISOString(),
  }
}
