import { Prisma } from '#lib/generated/prisma/client.ts'
import { type CandidateNames, type Content, contentIdOf } from '#lib/model/content.ts'
import type { Session } from './database.ts'
import { type ContentRow, contentOf, contentRow, jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'

/** A candidate as it was first named. */
export interface SeenCandidate {
  readonly contentId: string
  readonly content: Content
  readonly firstSeenAt: Date
}

/** Keeps that content was named, and which of its names belong together. `sequence` is that of what names it. */
export async function keepContent(session: Session, repositoryId: bigint, content: Content, sequence: bigint, at: Date): Promise<void> {
  const { git_commit, git_tree, sha256 } = contentRow(content)
  await session.$executeRaw`
    WITH paired AS (
      INSERT INTO "commit_tree" ("repository_id", "git_commit", "git_tree")
      SELECT ${repositoryId}::bigint, ${git_commit}::text, ${git_tree}::text WHERE ${git_commit}::text IS NOT NULL AND ${git_tree}::text IS NOT NULL
      ON CONFLICT DO NOTHING
    ), built AS (
      INSERT INTO "digest_source" ("repository_id", "sha256", "source", "sequence")
      SELECT ${repositoryId}::bigint, ${sha256}::text, "source", ${sequence}::bigint FROM unnest(ARRAY[${git_commit}::text, ${git_tree}::text]) AS "source"
      WHERE ${sha256}::text IS NOT NULL AND "source" IS NOT NULL
      ON CONFLICT DO NOTHING
    )
    INSERT INTO "candidate" ("repository_id", "content_id", "sequence", "git_commit", "git_tree", "sha256", "first_seen_at")
    VALUES (${repositoryId}, ${contentIdOf(content)}, ${sequence}, ${git_commit}, ${git_tree}, ${sha256}, ${at})
    ON CONFLICT DO NOTHING`
}

/**
 * Everything that a commit, a tree or `sha256:…` is known by. Its source are the trees it was named with and all commits of those trees; a
 * digest is of the source it was first named with, so that nothing posted later can move it. Content that was never seen is known by its
 * own name alone.
 */
export async function candidateNames(session: Session, repositoryId: bigint, contentId: string): Promise<CandidateNames> {
  const { source, digest } = sourceAndDigest(contentId)
  const asked = namesOf(repositoryId, Prisma.sql`${source}::text`, Prisma.sql`${digest}::text`)
  const rows = await jsonRows<Omit<CandidateNames, 'contentId'>>(session, asked)
  return { contentId, ...(rows[0] ?? NO_NAMES) }
}

/** The same for several at once, in one question; by content id. */
export async function namesOfCandidates(
  session: Session,
  repositoryId: bigint,
  contentIds: readonly string[],
): Promise<ReadonlyMap<string, CandidateNames>> {
  if (contentIds.length === 0) return new Map()
  const asked = JSON.stringify(contentIds.map((contentId) => ({ contentId, ...sourceAndDigest(contentId) })))
  const rows = await jsonRows<CandidateNames>(
    session,
    Prisma.sql`SELECT a."contentId", n.* FROM jsonb_to_recordset(${asked}::jsonb) AS a("contentId" text, "source" text, "digest" text)
      CROSS JOIN LATERAL (${namesOf(repositoryId, Prisma.sql`a."source"`, Prisma.sql`a."digest"`)}) n`,
  )
  return new Map(rows.map((names) => [names.contentId, names]))
}

const NO_NAMES = { commits: [], trees: [], digests: [], contradictions: [] }

function sourceAndDigest(contentId: string): { readonly source: string | null; readonly digest: string | null } {
  return contentId.startsWith('sha256:') ? { source: null, digest: contentId.slice(7) } : { source: contentId, digest: null }
}

/** The names of the content that is known by `source` or, when that is null, by `digest`: one row of four lists. */
function namesOf(repositoryId: bigint, source: Prisma.Sql, digest: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH asked AS (
      SELECT coalesce(${source}, (
        SELECT d."source" FROM "digest_source" d WHERE d."repository_id" = ${repositoryId} AND d."sha256" = ${digest}
        ORDER BY d."sequence", d."source" LIMIT 1)) AS "source"
    ), start AS (
      SELECT "source", EXISTS (SELECT FROM "commit_tree" t WHERE t."repository_id" = ${repositoryId} AND t."git_tree" = "source")
        OR EXISTS (SELECT FROM "candidate" c WHERE c."repository_id" = ${repositoryId} AND c."content_id" = "source" AND c."git_commit" IS NULL)
        AS "is_tree"
      FROM asked WHERE "source" IS NOT NULL
    ), trees AS (
      SELECT "source" AS "tree" FROM start WHERE "is_tree"
      UNION SELECT t."git_tree" FROM start JOIN "commit_tree" t ON t."repository_id" = ${repositoryId} AND t."git_commit" = "source" AND NOT "is_tree"
    ), commits AS (
      SELECT "source" AS "commit" FROM start WHERE NOT "is_tree"
      UNION SELECT t."git_commit" FROM trees JOIN "commit_tree" t ON t."repository_id" = ${repositoryId} AND t."git_tree" = "tree"
    ), digests AS (
      SELECT ${digest} AS "digest" WHERE ${digest} IS NOT NULL
      UNION SELECT d."sha256" FROM (SELECT "commit" AS "source" FROM commits UNION SELECT "tree" FROM trees) s
        JOIN "digest_source" d ON d."repository_id" = ${repositoryId} AND d."source" = s."source"
    )
    SELECT
      ARRAY(SELECT "commit" FROM commits ORDER BY 1) AS "commits",
      ARRAY(SELECT "tree" FROM trees ORDER BY 1) AS "trees",
      ARRAY(SELECT "digest" FROM digests ORDER BY 1) AS "digests",
      ARRAY(SELECT "commit" FROM commits WHERE
        (SELECT count(*) FROM "commit_tree" t WHERE t."repository_id" = ${repositoryId} AND t."git_commit" = "commit") > 1 ORDER BY 1)
        AS "contradictions"`
}

/** Every name of a candidate as a content id. */
export function contentIdsOf(names: CandidateNames): readonly string[] {
  return [...names.commits, ...names.trees, ...names.digests.map((digest) => `sha256:${digest}`)]
}

/** The candidates of a repository, those first seen last at the front. */
export async function pageOfCandidates(session: Session, repositoryId: bigint, page: PageAsked): Promise<Page<SeenCandidate>> {
  const older = page.before === null ? Prisma.empty : Prisma.sql`AND "sequence" < ${page.before}`
  const rows = await jsonRows<CandidateRow>(
    session,
    Prisma.sql`SELECT * FROM "candidate" WHERE "repository_id" = ${repositoryId} ${older} ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`,
  )
  return pageOf(rows, page.limit, seenOf)
}

/** The candidate that was first seen last; null while there is none. */
export async function newestCandidate(session: Session, repositoryId: bigint): Promise<SeenCandidate | null> {
  const { items } = await pageOfCandidates(session, repositoryId, { before: null, limit: 1 })
  return items[0] ?? null
}

/** The candidate as it was first named by this very name, or null when it never was. */
export async function candidateSeen(session: Session, repositoryId: bigint, contentId: string): Promise<SeenCandidate | null> {
  const rows = await jsonRows<CandidateRow>(
    session,
    Prisma.sql`SELECT * FROM "candidate" WHERE "repository_id" = ${repositoryId} AND "content_id" = ${contentId}`,
  )
  return rows[0] === undefined ? null : seenOf(rows[0])
}

/**
 * Candidates that were first named by something that begins so, in the order of their names: hex digits, or `sha256:` and hex digits. What
 * begins so lies between the beginning and the same with a `g` behind it, in the order of every database.
 */
export async function candidatesBeginning(
  session: Session,
  repositoryId: bigint,
  beginning: string,
  limit: number,
): Promise<readonly SeenCandidate[]> {
  const rows = await jsonRows<CandidateRow>(
    session,
    Prisma.sql`SELECT * FROM "candidate" WHERE "repository_id" = ${repositoryId} AND "content_id" >= ${beginning} AND "content_id" < ${`${beginning}g`}
      AND starts_with("content_id", ${beginning}) ORDER BY "content_id" LIMIT ${limit}`,
  )
  return rows.map(seenOf)
}

interface CandidateRow extends ContentRow {
  readonly sequence: number
  readonly content_id: string
  readonly first_seen_at: string
}

function seenOf(row: CandidateRow): SeenCandidate {
  return { contentId: row.content_id, content: contentOf(row), firstSeenAt: new Date(row.first_seen_at) }
}

/** When anything was first recorded for a repository; null before. */
export async function firstSeenAt(session: Session, repositoryId: bigint): Promise<Date | null> {
  const rows = await jsonRows<Pick<CandidateRow, 'first_seen_at'>>(
    session,
    Prisma.sql`SELECT "first_seen_at" FROM "candidate" WHERE "repository_id" = ${repositoryId} ORDER BY "sequence" LIMIT 1`,
  )
  return rows[0] === undefined ? null : new Date(rows[0].first_seen_at)
}
