import { Prisma } from '#lib/generated/prisma/client.ts'
import type { CountedLine, DebtKind, DebtLine, DebtState } from '#lib/model/debt.ts'
import type { Session } from './database.ts'
import { jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'

interface DebtRow {
  readonly id: string
  readonly sequence: number
  readonly kind: DebtKind
  readonly gate: string
  readonly domain: string | null
  readonly content_id: string
  readonly owner: string | null
  readonly opened_at: string
  readonly closed_at: string | null
  readonly closed_by: readonly string[] | null
  readonly reasons: readonly string[]
}

/** The lines that are open for these gates of a candidate, under any of its content ids, oldest first. */
export async function openDebtOf(
  session: Session,
  repositoryId: bigint,
  contentIds: readonly string[],
  gates: readonly string[],
): Promise<readonly DebtLine[]> {
  const rows = await jsonRows<DebtRow>(
    session,
    Prisma.sql`SELECT * FROM "debt_line" WHERE "repository_id" = ${repositoryId} AND "closed_at" IS NULL
      AND "content_id" = ANY(${[...contentIds]}) AND "gate" = ANY(${[...gates]}) ORDER BY "sequence"`,
  )
  return rows.map(debtOf)
}

/** Opens lines. */
export async function openDebt(
  session: Session,
  repositoryId: bigint,
  lines: readonly Omit<DebtLine, 'closedAt' | 'closedBy'>[],
): Promise<void> {
  if (lines.length === 0) return
  const rows = JSON.stringify(lines)
  await session.$executeRaw`
    INSERT INTO "debt_line" ("id", "sequence", "repository_id", "kind", "gate", "domain", "content_id", "owner", "reasons", "opened_at")
    SELECT "id", nextval('history_sequence'), ${repositoryId}::bigint, "kind", "gate", "domain", "content", "owner", "reasons", "openedAt"
    FROM jsonb_to_recordset(${rows}::jsonb) AS given(
      "id" uuid, "kind" text, "gate" text, "domain" text, "content" text, "owner" text, "reasons" text[], "openedAt" timestamptz)`
}

/** Closes lines by the evidence that their gate has passed. */
export async function closeDebt(
  session: Session,
  ids: readonly string[],
  closing: { readonly at: Date; readonly by: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return
  await session.$executeRaw`
    UPDATE "debt_line" SET "closed_at" = ${closing.at}, "closed_by" = ${[...closing.by]}::uuid[]
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND "closed_at" IS NULL`
}

/** What a look at the ledger may be narrowed to; null: any. */
export interface DebtFilter {
  readonly state: DebtState | null
  readonly kinds: readonly DebtKind[] | null
  /** `global` for the gates of no domain. */
  readonly domain: string | null
}

/** The ledger, newest line first. */
export async function pageOfDebt(session: Session, repositoryId: bigint, filter: DebtFilter, page: PageAsked): Promise<Page<DebtLine>> {
  const { state, kinds, domain } = filter
  const conditions = [
    Prisma.sql`"repository_id" = ${repositoryId}`,
    ...(state === null ? [] : [state === 'open' ? Prisma.sql`"closed_at" IS NULL` : Prisma.sql`"closed_at" IS NOT NULL`]),
    ...(kinds === null ? [] : [Prisma.sql`"kind" = ANY(${[...kinds]})`]),
    ...(domain === null ? [] : [domain === 'global' ? Prisma.sql`"domain" IS NULL` : Prisma.sql`"domain" = ${domain}`]),
    ...(page.before === null ? [] : [Prisma.sql`"sequence" < ${page.before}`]),
  ]
  const rows = await jsonRows<DebtRow>(
    session,
    Prisma.sql`SELECT * FROM "debt_line" WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`,
  )
  return pageOf(rows, page.limit, debtOf)
}

/** Every line that was opened for a candidate, under any of its content ids, newest first; those that were repaid too. */
export async function debtOfCandidate(session: Session, repositoryId: bigint, contentIds: readonly string[]): Promise<readonly DebtLine[]> {
  const rows = await jsonRows<DebtRow>(
    session,
    Prisma.sql`SELECT * FROM "debt_line" WHERE "repository_id" = ${repositoryId} AND "content_id" = ANY(${[...contentIds]})
      ORDER BY "sequence" DESC`,
  )
  return rows.map(debtOf)
}

/** The lines that trends are counted from, and how far back they are whole. */
export interface CountedLines {
  readonly lines: readonly CountedLine[]
  /** Older lines that were closed are not among them; null when all are. */
  readonly wholeSince: Date | null
}

/** The newest `limit` lines, and of the older ones as many that are still open. */
export async function linesToCount(session: Session, repositoryId: bigint, limit: number): Promise<CountedLines> {
  const newest = Prisma.sql`(SELECT * FROM "debt_line" WHERE "repository_id" = ${repositoryId} ORDER BY "sequence" DESC LIMIT ${limit})`
  const open = Prisma.sql`(SELECT * FROM "debt_line" WHERE "repository_id" = ${repositoryId} AND "closed_at" IS NULL ORDER BY "sequence" DESC LIMIT ${limit})`
  const rows = await jsonRows<Pick<DebtRow, 'sequence' | 'kind' | 'domain' | 'opened_at' | 'closed_at'> & { readonly recent: boolean }>(
    session,
    Prisma.sql`SELECT "sequence", "kind", "domain", "opened_at", "closed_at", bool_or("recent") AS "recent"
      FROM (SELECT *, true AS "recent" FROM ${newest} n UNION ALL SELECT *, false FROM ${open} o) u
      GROUP BY "sequence", "kind", "domain", "opened_at", "closed_at" ORDER BY "sequence" DESC`,
  )
  const recent = rows.filter((row) => row.recent)
  const oldest = recent.at(-1)
  return {
    lines: rows.map((row) => ({
      kind: row.kind,
      domain: row.domain,
      openedAt: new Date(row.opened_at),
      closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    })),
    wholeSince: recent.length < limit || oldest === undefined ? null : new Date(oldest.opened_at),
  }
}

function debtOf(row: DebtRow): DebtLine {
  return {
    id: row.id,
    kind: row.kind,
    gate: row.gate,
    domain: row.domain,
    content: row.content_id,
    owner: row.owner,
    openedAt: new Date(row.opened_at),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    closedBy: row.closed_by ?? [],
    reasons: row.reasons,
  }
}
