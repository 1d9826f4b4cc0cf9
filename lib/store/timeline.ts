import { Prisma } from '#lib/generated/prisma/client.ts'
import type { DebtKind } from '#lib/model/debt.ts'
import type { EvidenceCounts } from '#lib/model/evidence.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'
import { TIMELINE_KINDS, type TimelineEvent, type TimelineKind } from '#lib/model/timeline.ts'
import type { Session } from './database.ts'
import { EVIDENCE_TABLES } from './evidence-row.ts'
import { type ContentRow, contentOf, jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'

/** Whose timeline: a domain and the gates of its own. */
export interface OfDomain {
  readonly domain: string
  readonly gates: readonly string[]
}

/**
 * What was recorded of a domain, newest first: evidence and skips of its gates, its lines of debt and its promotions; of one kind, or of all
 * with null. Each gate and each kind has its index; a page of each is ordered again.
 */
export async function pageOfTimeline(
  session: Session,
  repositoryId: bigint,
  { domain, gates }: OfDomain,
  kind: TimelineKind | null,
  page: PageAsked,
): Promise<Page<TimelineEvent>> {
  const most = page.limit + 1
  const newest = (alias: string) => Prisma.sql`${Prisma.raw(alias)}."repository_id" = ${repositoryId}
    ${page.before === null ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(alias)}."sequence" < ${page.before}`}`
  const inOrder = (alias: string) => Prisma.sql`ORDER BY ${Prisma.raw(alias)}."sequence" DESC LIMIT ${most}`
  const ofGates = (one: Prisma.Sql) =>
    Prisma.sql`SELECT n.* FROM unnest(${[...gates]}::text[]) AS asked(gate) CROSS JOIN LATERAL (${one}) n`
  const parts: Readonly<Record<TimelineKind, Prisma.Sql>> = {
    evidence: ofGates(Prisma.sql`SELECT 'evidence' AS "kind", e."id", e."sequence", e."received_at" AS "at", e."gate", e."result" AS "word",
      e."git_commit", e."git_tree", e."sha256", e."producer_name" AS "by", NULL AS "reason", NULL AS "more", r."at" AS "until",
      CASE WHEN e."executed" IS NOT NULL THEN jsonb_build_object('executed', e."executed", 'passed', e."passed", 'failed', e."failed",
        'skipped', e."skipped") END AS "counts" FROM ${EVIDENCE_TABLES} WHERE ${newest('e')} AND e."gate" = asked.gate ${inOrder('e')}`),
    skip: ofGates(Prisma.sql`SELECT 'skip' AS "kind", s."id", s."sequence", s."declared_at" AS "at", s."gate", s."profile" AS "word",
      s."git_commit", s."git_tree", s."sha256", s."declared_by" AS "by", s."reason", s."risk" AS "more", NULL::timestamptz AS "until",
      NULL::jsonb AS "counts" FROM "skip" s WHERE ${newest('s')} AND s."gate" = asked.gate ${inOrder('s')}`),
    debt: Prisma.sql`SELECT 'debt' AS "kind", d."id", d."sequence", d."opened_at" AS "at", d."gate", d."kind" AS "word",
      NULL AS "git_commit", NULL AS "git_tree", NULL AS "sha256", NULL AS "by", d."reasons"[1] AS "reason", d."content_id" AS "more",
      d."closed_at" AS "until", NULL::jsonb AS "counts" FROM "debt_line" d WHERE ${newest('d')} AND d."domain" = ${domain} ${inOrder('d')}`,
    promotion: Prisma.sql`SELECT 'promotion' AS "kind", p."id", p."sequence", p."promoted_at" AS "at", p."domain" AS "gate", NULL AS "word",
      p."git_commit", p."git_tree", p."sha256", p."promoted_by" AS "by", NULL AS "reason", NULL AS "more", NULL::timestamptz AS "until",
      NULL::jsonb AS "counts" FROM "promotion" p WHERE ${newest('p')} AND p."domain" = ${domain} ${inOrder('p')}`,
  }
  const wanted = TIMELINE_KINDS.filter((each) => kind === null || each === kind).map((each) => Prisma.sql`(${parts[each]})`)
  const rows = await jsonRows<TimelineRow>(
    session,
    Prisma.sql`SELECT * FROM (${Prisma.join(wanted, ' UNION ALL ')}) u ORDER BY "sequence" DESC LIMIT ${most}`,
  )
  return pageOf(rows, page.limit, eventOf)
}

/** One shape for what each kind says; `eventOf` knows what stands where. */
interface TimelineRow extends ContentRow {
  readonly kind: TimelineKind
  readonly id: string
  readonly sequence: number
  readonly at: string
  readonly gate: string
  readonly word: string
  readonly by: string
  readonly reason: string | null
  readonly more: string
  readonly until: string | null
  readonly counts: EvidenceCounts | null
}

function eventOf(row: TimelineRow): TimelineEvent {
  const { id, sequence, gate, by } = row
  const happened = { id, sequence, at: new Date(row.at) }
  const until = row.until === null ? null : new Date(row.until)
  switch (row.kind) {
    case 'evidence':
      // The words of these columns are held to their lists when they are written, and no row is ever changed.
      return {
        ...happened,
        kind: 'evidence',
        gate,
        result: row.word as ReportedResult,
        content: contentOf(row),
        counts: row.counts,
        producer: by,
        revokedAt: until,
      }
    case 'skip':
      return {
        ...happened,
        kind: 'skip',
        gate,
        profile: row.word,
        content: contentOf(row),
        reason: row.reason ?? '',
        risk: row.more as ResidualRisk,
        by,
      }
    case 'debt':
      return { ...happened, kind: 'debt', gate, debt: row.word as DebtKind, contentId: row.more, reason: row.reason, closedAt: until }
    case 'promotion':
      return { ...happened, kind: 'promotion', content: contentOf(row), by }
  }
}
