import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { Session } from './database.ts'
import {
  EVIDENCE_TABLES,
  type EvidenceRow,
  evidenceOf,
  JUDGED_COLUMNS,
  LISTED_COLUMNS,
  type ListedEvidence,
  type ListedEvidenceRow,
  listedEvidenceOf,
} from './evidence-row.ts'
import { jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'

/** What a list of evidence may be narrowed to; null: any. */
export interface EvidenceFilter {
  readonly gate: string | null
  /** A commit, a tree, or `sha256:…` that the evidence names itself. */
  readonly contentId: string | null
  readonly result: ReportedResult | null
  readonly profile: string | null
  /** Any of these, such as those of a domain. */
  readonly gates: readonly string[] | null
}

/** The evidence of these ids in a repository, whole, oldest first; ids that are not there are left out. */
export async function evidenceByIds(session: Session, repositoryId: bigint, ids: readonly string[]): Promise<readonly Evidence[]> {
  if (ids.length === 0) return []
  const rows = await jsonRows<EvidenceRow>(
    session,
    Prisma.sql`SELECT ${JUDGED_COLUMNS}, e."details" FROM ${EVIDENCE_TABLES}
      WHERE e."id" = ANY(${[...ids]}::uuid[]) AND e."repository_id" = ${repositoryId} ORDER BY e."sequence"`,
  )
  return rows.map(evidenceOf)
}

/** The repository that a piece of evidence is of; null when there is none with this id. */
export async function repositoryOfEvidence(session: Session, id: string): Promise<string | null> {
  const rows = await session.$queryRaw<{ name: string }[]>`
    SELECT p."name" FROM "evidence" e JOIN "repository" p ON p."id" = e."repository_id" WHERE e."id" = ${id}::uuid`
  return rows[0]?.name ?? null
}

/** Later evidence of a repository that names this in `supersedes`, oldest first, `limit` at most. */
export async function evidenceAnswering(
  session: Session,
  repositoryId: bigint,
  id: string,
  limit: number,
): Promise<readonly ListedEvidence[]> {
  const rows = await jsonRows<ListedEvidenceRow>(
    session,
    Prisma.sql`SELECT ${LISTED_COLUMNS} FROM ${EVIDENCE_TABLES}
      WHERE e."supersedes" @> ARRAY[${id}]::uuid[] AND e."supersedes" <> '{}'::uuid[] AND e."repository_id" = ${repositoryId}
      ORDER BY e."sequence" LIMIT ${limit}`,
  )
  return rows.map(listedEvidenceOf)
}

/** A repository's evidence, newest first. */
export async function pageOfEvidence(
  session: Session,
  repositoryId: bigint,
  filter: EvidenceFilter,
  page: PageAsked,
): Promise<Page<ListedEvidence>> {
  const conditions = [
    Prisma.sql`e."repository_id" = ${repositoryId}`,
    ...(page.before === null ? [] : [Prisma.sql`e."sequence" < ${page.before}`]),
    ...(filter.gate === null ? [] : [Prisma.sql`e."gate" = ${filter.gate}`]),
    ...(filter.result === null ? [] : [Prisma.sql`e."result" = ${filter.result}`]),
    ...(filter.profile === null ? [] : [Prisma.sql`e."profile" = ${filter.profile}`]),
  ]
  const most = page.limit + 1
  const newest = (named: readonly Prisma.Sql[]) => Prisma.sql`SELECT ${LISTED_COLUMNS} FROM ${EVIDENCE_TABLES}
      WHERE ${Prisma.join([...conditions, ...named], ' AND ')} ORDER BY e."sequence" DESC LIMIT ${most}`
  // Each gate and each way to name the content has its index; together they are ordered again, a page of each.
  const parts = waysToName(filter).map(({ gates, named }) =>
    gates === null
      ? Prisma.sql`(${newest(named)})`
      : Prisma.sql`(SELECT n.* FROM unnest(${[...gates]}::text[]) AS asked(gate) CROSS JOIN LATERAL (${newest(named)}) n)`,
  )
  const rows = await jsonRows<ListedEvidenceRow>(
    session,
    Prisma.sql`SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) u ORDER BY "sequence" DESC LIMIT ${most}`,
  )
  return pageOf(rows, page.limit, listedEvidenceOf)
}

/** Takes passing evidence back; the newest pass of its gate is then an older one, or none. Does nothing when it was taken back before. */
export async function revokeEvidence(
  session: Session,
  evidence: { readonly id: string; readonly gate: string },
  repositoryId: bigint,
  revocation: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  const { at, by, reason } = revocation
  await session.$executeRaw`
    INSERT INTO "revocation" ("evidence_id", "by", "reason", "at") VALUES (${evidence.id}::uuid, ${by}, ${reason}, ${at}) ON CONFLICT DO NOTHING`
  await session.$executeRaw`
    WITH standing AS (
      SELECT e.* FROM ${EVIDENCE_TABLES}
      WHERE e."repository_id" = ${repositoryId} AND e."gate" = ${evidence.gate} AND e."result" = 'passed'
        AND e."executed" IS DISTINCT FROM 0 AND r."evidence_id" IS NULL
      ORDER BY e."sequence" DESC LIMIT 1
    ), gone AS (
      DELETE FROM "latest_pass" WHERE "repository_id" = ${repositoryId} AND "gate" = ${evidence.gate} AND NOT EXISTS (SELECT FROM standing)
    )
    UPDATE "latest_pass" l SET "evidence_id" = s."id", "sequence" = s."sequence", "git_commit" = s."git_commit",
      "git_tree" = s."git_tree", "sha256" = s."sha256", "received_at" = s."received_at"
    FROM standing s WHERE l."repository_id" = s."repository_id" AND l."gate" = s."gate"`
}

/** The questions that a filter comes to, each answered by an index: gate by gate, unless the content says more. */
function waysToName({ contentId, gates }: EvidenceFilter): { readonly gates: readonly string[] | null; readonly named: Prisma.Sql[] }[] {
  if (gates === null) return contentConditions(contentId).map((named) => ({ gates, named }))
  if (contentId === null) return [{ gates, named: [Prisma.sql`e."gate" = asked.gate`] }]
  const any = Prisma.sql`e."gate" = ANY(${[...gates]}::text[])`
  return contentConditions(contentId).map((named) => ({ gates: null, named: [...named, any] }))
}

function contentConditions(contentId: string | null): Prisma.Sql[][] {
  if (contentId === null) return [[]]
  if (contentId.startsWith('sha256:')) return [[Prisma.sql`e."sha256" = ${contentId.slice(7)}`]]
  return [
    [Prisma.sql`e."git_commit" = ${contentId}`],
    [Prisma.sql`e."git_tree" = ${contentId}`, Prisma.sql`e."git_commit" IS DISTINCT FROM ${contentId}`],
  ]
}
