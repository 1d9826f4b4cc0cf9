import type { AuditVerification } from '#lib/model/audit.ts'
import type { DatabaseTrust } from '#lib/model/audit-trust.ts'
import type { AuditFault } from '#lib/model/checkpoint.ts'
import { count } from './count.ts'

/** What the faults say that only somebody who has signed for the chain can see. */
const OF_HISTORY: Readonly<Partial<Record<AuditFault, string>>> = {
  'tail-cut': 'The end of the chain was cut off: records are there whose entries are gone.',
  'older-copy': 'This is an older copy of the database: what was recorded after it was made is gone with its entries.',
  'chain-rewritten': 'The chain was written anew, or this is another database: it fits together, and is not the one that was signed for.',
  'checkpoint-unreadable': 'A checkpoint was changed or another key is used: what it signed for can no longer be told.',
}

/** What the signed checkpoints say of a verified chain: whether its end was cut off, it was written anew, or it is an older copy. */
export function checkpointsText({ verified, entries, firstBad, checkpoints }: AuditVerification): string {
  if (checkpoints === null) {
    return 'Nobody signs for this chain here: an end that was cut off, an older copy or a chain that was written anew would not be seen.'
  }
  const { kept, newest } = checkpoints
  if (!verified) {
    const known = firstBad === null ? undefined : OF_HISTORY[firstBad.fault]
    return known ?? 'What was signed for says nothing more: the chain does not hold by itself.'
  }
  if (kept === 0 || newest === null) {
    return 'Nothing is signed for yet: an end that is cut off, an older copy or a chain that is written anew would not be seen before the first checkpoint.'
  }
  const since = entries - newest.size
  const meets = `It meets ${kept === 1 ? 'the signed checkpoint' : `all ${count(kept, 'signed checkpoint')}`}: up to entry ${newest.size} nothing was cut off or written anew, and this is no older copy.`
  if (since <= 0) return meets
  return `${meets} ${count(since, 'entry', 'entries')} after it ${since === 1 ? 'is' : 'are'} not signed for yet, which is done within a minute.`
}

/** Whether the application itself could rewrite the history, in a sentence; `because` of the trust says by what. */
export function rewriteText({ mayRewriteHistory, role }: DatabaseTrust): string {
  return mayRewriteHistory
    ? 'The application itself could rewrite the history; only a checkpoint that is kept elsewhere would show it.'
    : `The application connects as ${role}, which can only append: a fault in it cannot rewrite the history.`
}
