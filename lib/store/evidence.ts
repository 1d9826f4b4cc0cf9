import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { Session } from './database.ts'
import {
  EVIDENCE_TABLES,
  type EvidenceDetails,
  type EvidenceRow,
  evidenceOf,
  JUDGED_COLUMNS,
  LISTED_COLUMNS,
  type ListedEvidence,
  type ListedEvidenceRow,
  listedEvidenceOf,
} from './evidence-row.ts'
import type { IdempotencyOwner, KeptAnswer } from './idempotency.ts'
import { jsonRows } from './json-rows.ts'
import { sqlStateOf } from './outage.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'
import type { KnownRepository } from './repositories.ts'

/** Evidence as it comes to be kept: the database gives its place and its moment. */
export type EvidenceToKeep = Omit<Evidence, 'sequence' | 'receivedAt' | 'revoked'>

/** Evidence of one request, and what is kept with it. */
export interface EvidenceRecord {
  readonly repository: KnownRepository
  readonly evidence: readonly EvidenceToKeep[]
  /** The entry of the audit chain that names it, RFC 8785 JSON text. */
  readonly canonical: string
  /** What a retry of the request is answered from; null for a request without a key. */
  readonly answer: (IdempotencyOwner & KeptAnswer) | null
}

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

export interface EvidenceKept {
  /** The moment of the entry, of the evidence and of everything else that the transaction keeps. */
  readonly at: Date
  /** In the order the evidence was given. */
  readonly sequences: readonly number[]
  /** Whether a line of debt is open for any of the gates, on whatever candidate. */
  readonly hasOpenDebt: boolean
  /** False when the key of the request has an answer already: then nothing of the transaction may stay. */
  readonly isFirst: boolean
}

/**
 * Keeps the evidence of several requests, all or none, in one statement: the entry that each appends to the audit chain, which is then held
 * until the transaction ends, the rows, what they say about which names belong together, the candidates they name, the newest pass of each
 * gate, and the answers under the keys of the requests, of which no two may be the same. Answers in the order of the requests. Whatever the
 * statement reads by itself was committed before it began to wait for the chain, so that it only adds.
 */
export async function keepEvidence(session: Session, records: readonly EvidenceRecord[]): Promise<readonly EvidenceKept[]> {
  return keep(session, records, Prisma.sql`false`)
}

/**
 * The same outside a transaction. Null, and nothing is kept, when there is more to be done about any of the requests: its key has an answer
 * already, or a line of debt is open for one of its gates.
 */
export async function keepEvidenceAtOnce(session: Session, records: readonly EvidenceRecord[]): Promise<readonly EvidenceKept[] | null> {
  const answers = records.filter(({ answer }) => answer !== null).length
  try {
    return await keep(
      session,
      records,
      Prisma.sql`CASE WHEN d."is_open" OR (SELECT count(*) FROM answered) < ${answers} THEN refuse_together() ELSE false END`,
    )
  } catch (error) {
    if (sqlStateOf(error) === KEPT_ALONE) return null
    throw error
  }
}

/** The SQLSTATE by which the database says so. */
const KEPT_ALONE = 'LK001'

async function keep(session: Session, records: readonly EvidenceRecord[], refused: Prisma.Sql): Promise<readonly EvidenceKept[]> {
  const evidence = records.flatMap((record, at) => record.evidence.map((each) => ({ record: at + 1, each })))
  const rows = JSON.stringify(evidence.map(({ record, each }, place) => ({ place, record, ...rowOf(each) })))
  const repositories = records.map(({ repository }) => repository)
  const answers = records.flatMap(({ answer }) => answer ?? [])
  const kept = await session.$queryRaw<KeptRow[]>`
    WITH entry AS MATERIALIZED (
      SELECT r."record", r."repository_id", a."at", 'epoch'::timestamptz + a."at" * interval '1 millisecond' AS "received_at"
      FROM unnest(${repositories.map(({ id }) => id)}::bigint[], ${repositories.map(({ name }) => name)}::text[],
        ${records.map(({ canonical }) => canonical)}::text[]) WITH ORDINALITY AS r("repository_id", "name", "canonical", "record")
      CROSS JOIN LATERAL append_audit(r."name", r."canonical") a
    ), given AS (
      SELECT nextval('history_sequence') AS "sequence", g.* FROM (
        SELECT entry."repository_id", entry."received_at", r.*
        FROM entry JOIN jsonb_to_recordset(${rows}::jsonb) AS r(
          "place" int, "record" bigint, "id" uuid, "gate" text, "result" text, "git_commit" text, "git_tree" text, "sha256" text, "profile" text,
          "command" text, "exit_code" int, "executed" int, "passed" int, "failed" int, "skipped" int, "run_id" uuid, "ci_provider" text,
          "ci_id" text, "ci_attempt" int, "supersedes" uuid[], "reason" text, "definition" text, "producer_identity" text,
          "producer_name" text, "findings" jsonb, "details" jsonb) ON r."record" = entry."record"
        ORDER BY "place") g
    ), kept AS (
      INSERT INTO "evidence" ("id", "sequence", "repository_id", "gate", "result", "git_commit", "git_tree", "sha256", "profile", "command",
        "exit_code", "executed", "passed", "failed", "skipped", "run_id", "ci_provider", "ci_id", "ci_attempt", "supersedes", "reason",
        "definition", "producer_identity", "producer_name", "findings", "details", "received_at")
      SELECT "id", "sequence", "repository_id", "gate", "result", "git_commit", "git_tree", "sha256", "profile", "command",
        "exit_code", "executed", "passed", "failed", "skipped", "run_id", "ci_provider", "ci_id", "ci_attempt", "supersedes", "reason",
        "definition", "producer_identity", "producer_name", "findings", "details", "received_at"
      FROM given
    ), paired AS (
      INSERT INTO "commit_tree" ("repository_id", "git_commit", "git_tree")
      SELECT DISTINCT "repository_id", "git_commit", "git_tree" FROM given WHERE "git_commit" IS NOT NULL AND "git_tree" IS NOT NULL
      ON CONFLICT DO NOTHING
    ), built AS (
      INSERT INTO "digest_source" ("repository_id", "sha256", "source", "sequence")
      SELECT "repository_id", "sha256", "source", min("sequence") FROM given, unnest(ARRAY["git_commit", "git_tree"]) AS "source"
      WHERE "sha256" IS NOT NULL AND "source" IS NOT NULL GROUP BY "repository_id", "sha256", "source"
      ON CONFLICT DO NOTHING
    ), seen AS (
      INSERT INTO "candidate" ("repository_id", "content_id", "sequence", "git_commit", "git_tree", "sha256", "first_seen_at")
      SELECT DISTINCT ON ("repository_id", "content_id")
        "repository_id", "content_id", "sequence", "git_commit", "git_tree", "sha256", "received_at"
      FROM given CROSS JOIN LATERAL (SELECT coalesce("git_commit", "git_tree", 'sha256:' || "sha256") AS "content_id") named
      ORDER BY "repository_id", "content_id", "sequence"
      ON CONFLICT DO NOTHING
    ), newest AS (
      INSERT INTO "latest_pass" ("repository_id", "gate", "evidence_id", "sequence", "git_commit", "git_tree", "sha256", "received_at")
      SELECT DISTINCT ON ("repository_id", "gate")
        "repository_id", "gate", "id", "sequence", "git_commit", "git_tree", "sha256", "received_at"
      FROM given WHERE "result" = 'passed' AND "executed" IS DISTINCT FROM 0 ORDER BY "repository_id", "gate", "sequence" DESC
      ON CONFLICT ("repository_id", "gate") DO UPDATE SET
        "evidence_id" = excluded."evidence_id", "sequence" = excluded."sequence", "git_commit" = excluded."git_commit",
        "git_tree" = excluded."git_tree", "sha256" = excluded."sha256", "received_at" = excluded."received_at"
    ), answered AS (
      INSERT INTO "idempotency_key" ("identity", "key", "body_sha256", "answer")
      SELECT a.* FROM (SELECT max("record") FROM entry) held CROSS JOIN unnest(${answers.map(({ identity }) => identity)}::text[],
        ${answers.map(({ key }) => key)}::text[], ${answers.map(({ bodySha256 }) => bodySha256)}::text[],
        ${answers.map(({ answer }) => Buffer.from(answer))}::bytea[]) a
      ON CONFLICT DO NOTHING RETURNING "identity", "key"
    )
    SELECT e."at", (SELECT array_agg("sequence" ORDER BY "place") FROM given g WHERE g."record" = e."record") AS "sequences",
      d."is_open" AS "has_open_debt", ARRAY(SELECT "identity" || ' ' || "key" FROM answered) AS "answered", ${refused} AS "is_refused"
    FROM entry e CROSS JOIN LATERAL (
      SELECT is_debt_open(e."repository_id", ARRAY(SELECT DISTINCT "gate" FROM given g WHERE g."record" = e."record")) AS "is_open") d
    ORDER BY e."record"`
  return kept.map(({ at, sequences, has_open_debt, answered }, record) => {
    const answer = records[record]?.answer ?? null
    return {
      at: new Date(Number(at)),
      sequences: sequences.map(Number),
      hasOpenDebt: has_open_debt,
      isFirst: answer === null || answered.includes(`${answer.identity} ${answer.key}`),
    }
  })
}

interface KeptRow {
  readonly at: bigint
  readonly sequences: readonly (string | bigint)[]
  readonly has_open_debt: boolean
  readonly answered: readonly string[]
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

/** A row without what it has nothing to say of: the database takes what is not named for null. */
function rowOf(evidence: EvidenceToKeep): object {
  const { counts, ci, producer } = evidence
  const details: EvidenceDetails = {
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    artifacts: evidence.artifacts,
    ciUrl: ci?.url ?? null,
  }
  return {
    id: evidence.id,
    gate: evidence.gate,
    result: evidence.result,
    git_commit: evidence.content.gitCommit,
    git_tree: evidence.content.gitTree,
    sha256: evidence.content.sha256,
    profile: evidence.profile ?? undefined,
    command: evidence.command,
    exit_code: evidence.exitCode ?? undefined,
    ...counts,
    run_id: evidence.runId ?? undefined,
    ci_provider: ci?.provider,
    ci_id: ci?.id,
    ci_attempt: ci?.attempt,
    supersedes: evidence.supersedes,
    reason: evidence.reason ?? undefined,
    definition: evidence.gateDefinition,
    producer_identity: producer.identity,
    producer_name: producer.name,
    findings: evidence.findings ?? undefined,
    details,
  }
}
