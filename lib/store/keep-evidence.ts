import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Session } from './database.ts'
import type { EvidenceDetails } from './evidence-row.ts'
import type { IdempotencyOwner, KeptAnswer } from './idempotency.ts'
import { sqlStateOf } from './outage.ts'
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

/** Keeps the evidence of one request, all or none, in the transaction in which what it owes and pays is reconciled. */
export async function keepEvidence(session: Session, record: EvidenceRecord): Promise<EvidenceKept> {
  const [kept] = await keep(session, [record], Prisma.sql`false`)
  if (kept === undefined) throw new Error('evidence was kept and not given back')
  return kept
}

/**
 * Keeps the evidence of several requests, all or none, outside a transaction, and answers in their order. No two may have the same key. Null,
 * and nothing is kept, when there is more to be done about any of them: its key has an answer already, or a line of debt is open for one of
 * its gates.
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

/**
 * One statement: the entry that each request appends to the audit chain, which is then held until the transaction ends, the rows, what they
 * say about which names belong together, the candidates they name, the newest pass of each gate, and the answers under the keys of the
 * requests. Whatever the statement reads by itself was committed before it began to wait for the chain, so that it only adds.
 */
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
