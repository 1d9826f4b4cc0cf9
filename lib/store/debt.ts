import { Prisma } from '#lib/generated/prisma/client.ts'
import type { DebtKind, DebtLine } from '#lib/model/debt.ts'
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
export async function openDebt(session: Session, repositoryId: bigint, lines: readonly Omit<DebtLine, 'closedAt'>[]): Promise<void> {
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

/** The ledger, newest line first; only what is open, or all. */
export async function pageOfDebt(
  session: Session,
  repositoryId: bigint,
  filter: { readonly onlyOpen: boolean },
  page: PageAsked,
): Promise<Page<DebtLine>> {
  const open = filter.onlyOpen ? Prisma.sql`AND "closed_at" IS NULL` : Prisma.empty
  const older = page.before === null ? Prisma.empty : Prisma.sql`AND "sequence" < ${page.before}`
  const rows = await jsonRows<DebtRow>(
    session,
    Prisma.sql`SELECT * FROM "debt_line" WHERE "repository_id" = ${repositoryId} ${open} ${older} ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`,
  )
  return pageOf(rows, page.limit, debtOf)
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
    reasons: row.reasons,
  }
}
