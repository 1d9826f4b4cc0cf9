import type { Checkpoint, HistoryDoubt } from '#lib/model/checkpoint.ts'

/** What the database says of a checkpoint. */
export interface CheckpointFacts {
  /** Where the chain ends; null when it is empty. */
  readonly head: Checkpoint | null
  /** The hash of the entry that the checkpoint signs for; null when there is none. */
  readonly hash: string | null
  /** Whether anything else that is kept is younger than the newest entry, though each has an entry of its own. */
  readonly hasYoungerRecords: boolean
}

/**
 * Why the history cannot be the one that a checkpoint was signed for, or null. A chain that ends before it was cut off when records are there
 * whose entries are not; otherwise the whole database is an older copy.
 */
export function doubtHistory({ size, hash }: Checkpoint, facts: CheckpointFacts): HistoryDoubt | null {
  if (facts.hash === hash) return null
  const lost = { size, hash }
  if (facts.hash !== null) return { fault: 'chain-rewritten', lost, head: facts.head }
  return { fault: facts.hasYoungerRecords ? 'tail-cut' : 'older-copy', lost, head: facts.head }
}

/** The doubt in words, with what to do about it. */
export function doubtText({ fault, lost, head }: HistoryDoubt): string {
  const end = head === null ? 'is empty' : `ends at entry ${head.size}`
  const found = {
    'tail-cut': `The audit chain ${end}, but ${lost.size} entries were signed for, and there are records younger than its end: its tail was cut off.`,
    'older-copy': `The audit chain ${end}, but ${lost.size} entries were signed for: this is an older copy of the database.`,
    'chain-rewritten': `Entry ${lost.size} of the audit chain is not the one that was signed for: the history was written anew, or this is another database.`,
  }[fault]
  const restore = 'Nothing is recorded until an operator restores the newest copy of the database and starts the server again'
  const another = fault === 'chain-rewritten' ? ', gives this database a LANEKEEPER_DATA of its own' : ''
  return `${found} ${restore}${another}, or accepts the loss with LANEKEEPER_ACCEPT_ROLLBACK=${lost.hash}, which is written to the chain.`
}
