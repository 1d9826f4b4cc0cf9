import { Prisma } from '#lib/generated/prisma/client.ts'
import type { AuditAction, AuditEntry } from '#lib/model/audit.ts'
import type { Session } from './database.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'

const COLUMNS = Prisma.raw('"sequence", "at", "canonical", "previous_hash" AS "previousHash", "hash"')

/** The action of an entry, as its index has it: the canonical text begins with it. */
const ACTION = Prisma.raw(`split_part("canonical", '"', 4)`)

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

/** What a list of entries may be narrowed to; null: any. */
export interface AuditFilter {
  readonly repository: string | null
  readonly action: AuditAction | null
}

/** Entries newest first. */
export async function pageOfAudit(session: Session, { repository, action }: AuditFilter, page: PageAsked): Promise<Page<AuditEntry>> {
  const conditions = [
    Prisma.sql`true`,
    ...(page.before === null ? [] : [Prisma.sql`"sequence" < ${page.before}`]),
    ...(repository === null ? [] : [Prisma.sql`"repository" = ${repository}`]),
    ...(action === null ? [] : [Prisma.sql`${ACTION} = ${action}`]),
  ]
  const rows = await session.$queryRaw<AuditRow[]>(
    Prisma.sql`SELECT ${COLUMNS} FROM "audit_event" WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`,
  )
  return pageOf(rows, page.limit, entryOf)
}

/**
 * The entry by which evidence was recorded, or taken back, or null. `at` is the moment of that, which everything that a transaction keeps
 * has from its entry; a batch has one entry, which names each.
 */
export async function auditEntryOfEvidence(
  session: Session,
  evidence: { readonly id: string; readonly at: Date },
  action: 'evidence.recorded' | 'evidence.revoked',
): Promise<AuditEntry | null> {
  // Ids stand there as JSON, and no text that a client sends can look the same: its quotes are escaped.
  const named = `"${action === 'evidence.recorded' ? 'id' : 'subject'}":"${evidence.id}"`
  const rows = await session.$queryRaw<AuditRow[]>(
    Prisma.sql`SELECT ${COLUMNS} FROM "audit_event"
      WHERE "at" = ${BigInt(evidence.at.getTime())} AND ${ACTION} = ${action} AND strpos("canonical", ${named}) > 0
      ORDER BY "sequence" LIMIT 1`,
  )
  return rows[0] === undefined ? null : entryOf(rows[0])
}

/**
 * The entry by which something was recorded, or null: the one of an action about a subject that was appended up to `before` a moment, in
 * milliseconds. What a transaction keeps has its moment from its entry (0), or follows it within the transaction.
 */
export async function auditEntryAbout(
  session: Session,
  about: { readonly action: AuditAction; readonly subject: string; readonly at: Date; readonly before: number },
): Promise<AuditEntry | null> {
  const at = about.at.getTime()
  const rows = await session.$queryRaw<AuditRow[]>(
    Prisma.sql`SELECT ${COLUMNS} FROM "audit_event"
      WHERE "at" BETWEEN ${BigInt(at - about.before)} AND ${BigInt(at)} AND ${ACTION} = ${about.action}
        AND strpos("canonical", ${`"subject":"${about.subject}"`}) > 0
      ORDER BY "sequence" LIMIT 1`,
  )
  return rows[0] === undefined ? null : entryOf(rows[0])
}

/** Up to `limit` entries after a sequence, oldest first: to read the whole chain piece by piece. */
export async function auditEntriesAfter(session: Session, sequence: number, limit: number): Promise<readonly AuditEntry[]> {
  const rows = await session.$queryRaw<AuditRow[]>(
    Prisma.sql`SELECT ${COLUMNS} FROM "audit_event" WHERE "sequence" > ${sequence} ORDER BY "sequence" LIMIT ${limit}`,
  )
  return rows.map(entryOf)
}

/** An entry and the repository that it is listed under, which its text must name too. */
export interface FiledEntry extends AuditEntry {
  readonly filedUnder: string | null
}

/** The same with the repository that each is listed under. */
export async function filedEntriesAfter(session: Session, sequence: number, limit: number): Promise<readonly FiledEntry[]> {
  const rows = await session.$queryRaw<(AuditRow & { readonly repository: string | null })[]>(
    Prisma.sql`SELECT ${COLUMNS}, "repository" FROM "audit_event" WHERE "sequence" > ${sequence} ORDER BY "sequence" LIMIT ${limit}`,
  )
  return rows.map((row) => ({ ...entryOf(row), filedUnder: row.repository }))
}

type AuditRow = Omit<AuditEntry, 'sequence' | 'at'> & { readonly sequence: bigint; readonly at: bigint }

function entryOf({ sequence, at, canonical, previousHash, hash }: AuditRow): AuditEntry {
  return { sequence: Number(sequence), at: Number(at), canonical, previousHash, hash }
}
