import { Prisma } from '#lib/generated/prisma/client.ts'
import type { AuditEntry } from '#lib/model/audit.ts'
import type { Session } from './database.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'

/** What an entry was given by the database as it was appended. */
export interface Appended {
  readonly sequence: number
  /** The moment of everything that is kept in this transaction. */
  readonly at: Date
}

/**
 * Holds the audit chain until the transaction ends: whoever writes comes one after the other, so that the order of what is recorded is the
 * order of the commits. For a writer that must look before it knows whether there is anything to append.
 */
export async function holdAudit(session: Session): Promise<void> {
  await session.$queryRaw`SELECT pg_advisory_xact_lock(7265706370)::text`
}

/** Appends an entry to the chain, and holds the chain until the transaction ends. Comes before everything else that a transaction keeps. */
export async function appendAudit(
  session: Session,
  entry: { readonly repository: string | null /** RFC 8785 JSON text. */; readonly canonical: string },
): Promise<Appended> {
  const rows = await session.$queryRaw<{ sequence: bigint; at: bigint }[]>`
    SELECT "sequence", "at" FROM append_audit(${entry.repository}, ${entry.canonical})`
  const row = rows[0]
  if (row === undefined) throw new Error('the audit chain gave no entry back')
  return { sequence: Number(row.sequence), at: new Date(Number(row.at)) }
}

const ENTRY = Prisma.raw('"sequence", "at", "canonical", "previous_hash" AS "previousHash", "hash"')

/** Entries newest first; those of one repository, or of all with null. */
export async function pageOfAudit(session: Session, repository: string | null, page: PageAsked): Promise<Page<AuditEntry>> {
  const rows = await session.$queryRaw<AuditRow[]>`
    SELECT ${ENTRY} FROM "audit_event"
    WHERE ${repository === null ? Prisma.sql`true` : Prisma.sql`"repository" = ${repository}`}
      AND ${page.before === null ? Prisma.sql`true` : Prisma.sql`"sequence" < ${page.before}`}
    ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`
  return pageOf(rows, page.limit, entryOf)
}

/** Up to `limit` entries after a sequence, oldest first: to read the whole chain piece by piece. */
export async function auditEntriesAfter(session: Session, sequence: number, limit: number): Promise<readonly AuditEntry[]> {
  const rows = await session.$queryRaw<AuditRow[]>(
    Prisma.sql`SELECT ${ENTRY} FROM "audit_event" WHERE "sequence" > ${sequence} ORDER BY "sequence" LIMIT ${limit}`,
  )
  return rows.map(entryOf)
}

type AuditRow = Omit<AuditEntry, 'sequence' | 'at'> & { readonly sequence: bigint; readonly at: bigint }

function entryOf({ sequence, at, canonical, previousHash, hash }: AuditRow): AuditEntry {
  return { sequence: Number(sequence), at: Number(at), canonical, previousHash, hash }
}
