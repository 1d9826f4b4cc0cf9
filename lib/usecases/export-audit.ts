import type { AuditEntry } from '#lib/model/audit.ts'
import { auditEntriesAfter, type FiledEntry, filedEntriesAfter } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { ask } from '#lib/store/session.ts'

const ENTRIES_AT_ONCE = 2000

/** The whole audit chain from its first entry, oldest first, in pieces: it may be larger than memory. What is appended meanwhile comes too. */
export function exportAudit(): AsyncGenerator<readonly AuditEntry[], undefined> {
  return inPieces(auditEntriesAfter)
}

/** The same with the repository that each entry is listed under. */
export function exportFiledAudit(): AsyncGenerator<readonly FiledEntry[], undefined> {
  return inPieces(filedEntriesAfter)
}

async function* inPieces<Entry extends AuditEntry>(
  entriesAfter: (session: Session, sequence: number, limit: number) => Promise<readonly Entry[]>,
): AsyncGenerator<readonly Entry[], undefined> {
  for (let after = 0; ; ) {
    const entries = await ask((session) => entriesAfter(session, after, ENTRIES_AT_ONCE))
    if (entries.length > 0) yield entries
    if (entries.length < ENTRIES_AT_ONCE) return
    after = entries.at(-1)?.sequence ?? after
  }
}
