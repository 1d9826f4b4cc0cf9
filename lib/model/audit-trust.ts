import type { AuditVerification } from './audit.ts'
import type { SignedCheckpoint } from './checkpoint.ts'

/** How far the database keeps the application itself from rewriting the history. */
export interface DatabaseTrust {
  readonly engine: 'embedded' | 'postgresql'
  /** Whom the database takes the application for. */
  readonly role: string
  /** False when the application can only append. */
  readonly mayRewriteHistory: boolean
  /** By what it could; a sentence each. */
  readonly because: readonly string[]
}

/** Whether the chain is what was recorded, and how far the database it is in can be trusted with it. */
export interface AuditTrust extends AuditVerification {
  readonly database: DatabaseTrust
}

/** A checkpoint and what it can be verified by. */
export interface CheckpointDocument extends SignedCheckpoint {
  readonly keyName: string
  /** PEM. */
  readonly publicKey: string
}
