/** One entry of the audit chain, as it is stored and exported. */
export interface AuditEntry {
  /** From 1, without a gap. */
  readonly sequence: number
  /** Milliseconds since 1970, by the database's clock. */
  readonly at: number
  /** RFC 8785 JSON text of `{ action, actor, details, repository, subject }`. */
  readonly canonical: string
  /** 64 hex; 64 zeros for the first. */
  readonly previousHash: string
  /** SHA-256 over a zero byte, `sequence` and `at` as 8 bytes each (big end first), the previous hash and `canonical` as UTF-8; 64 hex. */
  readonly hash: string
}

/** Everything that is written to the chain, in the order in which it comes about. */
export const AUDIT_ACTIONS = [
  'token.created',
  'model.stored',
  'plan.made',
  'run.announced',
  'evidence.recorded',
  'evidence.revoked',
  'skip.declared',
  'run.closed',
  'run.lapsed',
  'promotion.recorded',
  'person.created',
  'role.granted',
  'role.revoked',
  'session.started',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** What an entry says. */
export interface AuditRecord {
  readonly action: AuditAction
  /** `token:<id>`, `person:<id>` or `server`. */
  readonly actor: string
  readonly repository: string | null
  /** What was changed: an id. */
  readonly subject: string
  readonly details: AuditValue
}

export type AuditValue = string | number | boolean | null | readonly AuditValue[] | { readonly [key: string]: AuditValue }

export interface AuditVerification {
  readonly verified: boolean
  readonly entries: number
  readonly head: { readonly sequence: number; readonly hash: string } | null
  /** The first entry that does not fit, and why. */
  readonly firstBad: { readonly sequence: number; readonly because: string } | null
}
