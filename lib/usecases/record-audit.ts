import type { AuditRecord } from '#lib/model/audit.ts'
import { canonicalText } from '#lib/rules/audit/canonical-text.ts'
import { type Appended, appendAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'

/**
 * Appends what is about to be kept to the audit chain, and takes the chain until the transaction ends. Comes before everything that the
 * transaction keeps; its moment is the moment of it all.
 */
export async function recordAudit(session: Session, record: AuditRecord): Promise<Appended> {
  return appendAudit(session, { repository: record.repository, canonical: auditText(record) })
}

/** The text that the chain binds an entry by. */
export function auditText({ action, actor, details, repository, subject }: AuditRecord): string {
  return canonicalText({ action, actor, details, repository, subject })
}
