import type { AuditEntry } from '#lib/model/audit.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import { ask } from '#lib/store/session.ts'

const ENTRIES_AT_ONCE = 2000

/** The whole audit chain from its first entry, oldest first, in pieces: it may be larger than memory. What is appended meanwhile comes too. */
export async function* exportAudit(): AsyncGenerator<readonly AuditEntry[], undefined> {
  for (let after = 0; ; ) {
    const entries = await ask((session) => auditEntriesAfter(session, after, ENTRIES_AT_ONCE))
    if (entries.length > 0) yield entries
    if (entries.length < ENTRIES_AT_ONCE) return
    after = entries.at(-1)?.sequence ?? after
  }
}
