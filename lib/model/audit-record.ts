import type { AuditEntry, AuditValue } from './audit.ts'

/** What an entry says, as it was read back: its action may be one that this version does not know. */
export interface ReadAuditRecord {
  readonly action: string
  readonly actor: string
  readonly repository: string | null
  readonly subject: string
  readonly details: AuditValue
}

/** Reads what an entry says; null when its text is none of ours, which a chain that was tampered with may hold. */
export function readAuditRecord({ canonical }: Pick<AuditEntry, 'canonical'>): ReadAuditRecord | null {
  let value: unknown
  try {
    value = JSON.parse(canonical)
  } catch {
    return null
  }
  const { action, actor, repository = null, subject, details = null } = Object(value) as Readonly<Record<string, unknown>>
  if (typeof action !== 'string' || typeof actor !== 'string' || typeof subject !== 'string') return null
  if (repository !== null && typeof repository !== 'string') return null
  // Whatever JSON holds is an audit value.
  return { action, actor, repository, subject, details: details as AuditValue }
}
