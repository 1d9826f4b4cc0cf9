import type { AuditEntry } from '#lib/model/audit.ts'
import { pageOfAudit } from '#lib/store/audit.ts'
import { ask } from '#lib/store/session.ts'
import type { List } from './list-page.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

/** Entries of the audit chain, newest first: those of one repository, or of all, which alone can be verified. */
export async function listAudit(asked: {
  readonly repository: string | null
  readonly limit: number
  readonly cursor: string | null
}): Promise<List<AuditEntry>> {
  const { items, next } = await ask((session) =>
    pageOfAudit(session, asked.repository, { before: readCursor(asked.cursor), limit: asked.limit }),
  )
  return { items, next: writeCursor(next) }
}
