import type { AuditAction, AuditEntry } from '#lib/model/audit.ts'
import { readAuditRecord } from '#lib/model/audit-record.ts'
import { whyNotWhole } from '#lib/rules/audit/verify-chain.ts'
import { pageOfAudit } from '#lib/store/audit.ts'
import { ask } from '#lib/store/session.ts'
import type { List, ListAsked } from './list-page.ts'
import { identityNamer } from './name-identity.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

export interface AuditAsked extends ListAsked {
  readonly action: AuditAction | null
}

/** Entries of the audit chain, newest first: those of one repository or of one action, or all, which alone can be verified. */
export async function listAudit({ repository, action, limit, cursor }: AuditAsked): Promise<List<AuditEntry>> {
  const { items, next } = await ask((session) => pageOfAudit(session, { repository, action }, { before: readCursor(cursor), limit }))
  return { items, next: writeCursor(next) }
}

/**
 * The same for a page of the product: from the entry `from` on when it is given, each with who did it by name, and what is wrong with it by
 * itself.
 */
export async function listAuditPage({ repository, action, limit, cursor, from }: AuditAsked & { readonly from: number | null }) {
  const before = from === null ? readCursor(cursor) : BigInt(from) + 1n
  const { page, nameOf } = await ask(async (session) => ({
    page: await pageOfAudit(session, { repository, action }, { before, limit }),
    nameOf: await identityNamer(session),
  }))
  const items = page.items.map((entry) => {
    const actor = readAuditRecord(entry)?.actor
    return { ...entry, by: actor === undefined ? null : nameOf(actor), fault: whyNotWhole(entry), cursor: cursorAt(entry.sequence) }
  })
  return { items, next: writeCursor(page.next) }
}

/** The cursor of a list that begins with an entry. */
function cursorAt(sequence: number): string {
  return writeCursor(BigInt(sequence) + 1n) ?? ''
}
