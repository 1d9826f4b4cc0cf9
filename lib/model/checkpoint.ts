/** How far the audit chain went when somebody signed for it: `hash` is that of entry `size`, which covers all before it. */
export interface Checkpoint {
  /** From 1: the sequence of the newest entry, and so the number of entries. */
  readonly size: number
  /** 64 hex. */
  readonly hash: string
}

/** A checkpoint as it was signed. */
export interface SignedCheckpoint extends Checkpoint {
  /** The whole note, with its signature. */
  readonly note: string
}

/** What is wrong with an audit chain, or with what stands in its place. */
export const AUDIT_FAULTS = [
  'no-entry',
  'entry-missing',
  'entry-changed',
  'link-broken',
  'entry-misfiled',
  'chain-rewritten',
  'tail-cut',
  'older-copy',
  'checkpoint-unreadable',
] as const

export type AuditFault = (typeof AUDIT_FAULTS)[number]

/** Why the history in the database cannot be the one that was signed for; while it is so, nothing is added to it. */
export interface HistoryDoubt {
  readonly fault: Extract<AuditFault, 'chain-rewritten' | 'tail-cut' | 'older-copy'>
  /** The checkpoint that the chain does not reach. */
  readonly lost: Checkpoint
  /** Where the chain ends now; null when it is empty. */
  readonly head: Checkpoint | null
}
