import { Prisma } from '#lib/generated/prisma/client.ts'
import type { CandidateFacts, LastPass } from '#lib/model/candidate-facts.ts'
import { type CandidateNames, type Content, speaksFor } from '#lib/model/content.ts'
import type { GrantedException } from '#lib/model/exception.ts'
import type { Role } from '#lib/model/role.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'
import { candidateNames, namesOfCandidates } from './candidates.ts'
import type { Session } from './database.ts'
import { EVIDENCE_TABLES, type EvidenceRow, evidenceOf, JUDGED_COLUMNS } from './evidence-row.ts'
import { type ApprovalJson, approvalOf } from './exception-row.ts'
import { type ContentRow, contentOf, jsonRows } from './json-rows.ts'
import { type RunRow, runOf } from './runs.ts'
import { type SkipRow, skipOf, withProofs } from './skips.ts'

/** A stored plan that says which gates a candidate needs; its document is read by `planDocument`. */
export interface PlanOfCandidate {
  readonly id: string
  readonly modelDigest: string
}

/** Everything that was recorded about a candidate; the plans are named, not read. Each list is oldest first, the plans newest first. */
export interface StoredCandidateFacts extends Omit<CandidateFacts, 'plan'> {
  /** Plans of its commits, made by a machine with a token, of the model of the newest of them. */
  readonly plans: readonly PlanOfCandidate[]
  /** The moment of the answer, by the database's clock. */
  readonly asOf: Date
  /** The newest entry of the audit chain that the answer knows of; 0 before the first. */
  readonly auditSequence: number
  /** The newest evidence of the repository that the answer knows of, by its sequence; 0 before the first. */
  readonly evidenceSequence: number
}

/** What is asked of the records of a candidate. */
export interface RecordsAsked {
  /** Of these gates alone; of all when it is not given. */
  readonly gates?: readonly string[]
  /** Evidence after this sequence alone, and newest passes by such evidence; the other lists are whole. */
  readonly after?: number
}

/**
 * What is known of a commit, tree or `sha256:…`, or of some gates of it, in a few questions whatever its size; ask them of one moment.
 * Skips with a proof cost two more. Evidence comes without what nobody judges by: artifacts, the producer's moments, the
 * run's address.
 */
export async function candidateFacts(
  session: Session,
  repositoryId: bigint,
  contentId: string,
  asked: RecordsAsked = {},
): Promise<StoredCandidateFacts> {
  const names = await candidateNames(session, repositoryId, contentId)
  const { plans, ...facts } = await recordsNamed(session, repositoryId, names, asked)
  return { ...facts, names, plans: plansOf(plans, names) }
}

/**
 * The same for several candidates, as many questions as for one. Each is there once, by the content id it was asked for.
 */
export async function factsOfCandidates(
  session: Session,
  repositoryId: bigint,
  contentIds: readonly string[],
  narrowed: { readonly gates?: readonly string[] } = {},
): Promise<ReadonlyMap<string, StoredCandidateFacts>> {
  const names = await namesOfCandidates(session, repositoryId, contentIds)
  if (names.size === 0) return new Map()
  const all = [...names.values()]
  const united = {
    commits: all.flatMap(({ commits }) => commits),
    trees: all.flatMap(({ trees }) => trees),
    digests: all.flatMap(({ digests }) => digests),
  }
  const { plans, ...facts } = await recordsNamed(session, repositoryId, united, narrowed)
  return new Map(
    all.map((each) => {
      const own = ({ content }: { readonly content: Content }) => speaksFor(content, each)
      const { evidence, skips, runs, exceptions, rejectedReviews } = facts
      const ofCandidate = {
        evidence: evidence.filter(own),
        skips: skips.filter(own),
        runs: runs.filter(own),
        exceptions: exceptions.filter(own),
        rejectedReviews: rejectedReviews.filter(own),
      }
      return [each.contentId, { ...facts, ...ofCandidate, names: each, plans: plansOf(plans, each) }]
    }),
  )
}

/** Of the plans of a candidate's commits those of the model of the newest; newest first. */
function plansOf(plans: FactRows['plans'], { commits }: CandidateNames): readonly PlanOfCandidate[] {
  const own = plans.filter(({ head }) => commits.includes(head))
  return own
    .filter(({ model_digest }) => model_digest === own[0]?.model_digest)
    .map(({ id, model_digest }) => ({ id, modelDigest: model_digest }))
}

type ContentNames = Pick<CandidateNames, 'commits' | 'trees' | 'digests'>

/** What was recorded under any of these names. */
async function recordsNamed(
  session: Session,
  repositoryId: bigint,
  names: ContentNames,
  { gates, after }: RecordsAsked,
): Promise<Omit<StoredCandidateFacts, 'names' | 'plans'> & Pick<FactRows, 'plans'>> {
  const ofGate = (column: string) => (gates === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ANY(${[...gates]})`)
  const ofGates = (alias: string) =>
    gates === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(`${alias}."gates"`)} && ${[...gates]}`
  const isAfter = (column: string) => (after === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} > ${after}`)
  const named = (alias: string) => namesCondition(alias, repositoryId, names)
  const evidence = await session.$queryRaw<EvidenceRow[]>`
    SELECT ${JUDGED_COLUMNS} FROM ${EVIDENCE_TABLES} WHERE ${named('e')} ${ofGate('e."gate"')} ${isAfter('e."sequence"')} ORDER BY e."sequence"`
  const lastPasses = await session.$queryRaw<LastPassRow[]>`
    SELECT l."gate", l."evidence_id", l."git_commit", l."git_tree", l."sha256", l."received_at"
    FROM "latest_pass" l WHERE l."repository_id" = ${repositoryId} ${ofGate('l."gate"')} ${isAfter('l."sequence"')}`
  const rows = await jsonRows<FactRows>(
    session,
    Prisma.sql`SELECT
      ${list(Prisma.sql`SELECT s.* FROM "skip" s WHERE ${named('s')} ${ofGate('s."gate"')} ORDER BY s."sequence"`)} AS "skips",
      ${list(Prisma.sql`SELECT a.* FROM "announced_run" a WHERE ${named('a')}
        ${ofGates('a')} ORDER BY a."sequence"`)} AS "runs",
      ${list(Prisma.sql`SELECT p."id", p."model_digest", p."head" FROM "plan" p
        WHERE p."repository_id" = ${repositoryId} AND p."head" = ANY(${[...names.commits]})
          AND (p."asked_by" LIKE 'token:%' OR p."asked_by" LIKE 'ci:%')
        ORDER BY p."sequence" DESC`)} AS "plans",
      ${list(Prisma.sql`SELECT x."id", x."gates", x."git_commit", x."git_tree", x."sha256", x."risk", x."expires_at", x."approval" FROM "exception" x
        WHERE ${named('x')} AND x."state" IN ('approved', 'expired') AND x."approval" IS NOT NULL
        ${ofGates('x')} ORDER BY x."sequence"`)} AS "exceptions",
      ${list(Prisma.sql`SELECT x."id", x."git_commit", x."git_tree", x."sha256", d."roles" FROM "exception" x
        JOIN "exception_decision" d ON d."exception_id" = x."id" AND d."decision" = 'reject'
        WHERE ${named('x')} AND x."state" = 'rejected' ORDER BY x."sequence"`)} AS "rejected",
      (SELECT coalesce(max("sequence"), 0) FROM "audit_event") AS "audit_sequence",
      (SELECT coalesce(max("sequence"), 0) FROM "evidence" WHERE "repository_id" = ${repositoryId}) AS "evidence_sequence",
      clock_timestamp() AS "as_of"`,
  )
  const facts = rows[0]
  if (facts === undefined) throw new Error('the database gave no facts')
  return {
    evidence: evidence.map(evidenceOf),
    skips: await withProofs(session, repositoryId, facts.skips.map(skipOf)),
    runs: facts.runs.map(runOf),
    lastPasses: lastPasses.map(lastPassOf),
    exceptions: facts.exceptions.map(grantedOf),
    rejectedReviews: facts.rejected.map((row) => ({ exception: row.id, content: contentOf(row), roles: row.roles })),
    plans: facts.plans,
    asOf: new Date(facts.as_of),
    auditSequence: facts.audit_sequence,
    evidenceSequence: facts.evidence_sequence,
  }
}

/** Rows that share a name with the candidate; each kind of name has its index. */
function namesCondition(alias: string, repositoryId: bigint, { commits, trees, digests }: ContentNames): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`)
  return Prisma.sql`${column('repository_id')} = ${repositoryId} AND (${column('git_commit')} = ANY(${[...commits]})
    OR ${column('git_tree')} = ANY(${[...trees]}) OR ${column('sha256')} = ANY(${[...digests]}))`
}

function list(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(to_json(q)), '[]') FROM (${query}) q)`
}

function grantedOf(row: GrantedRow): GrantedException {
  return {
    id: row.id,
    gates: row.gates,
    content: contentOf(row),
    risk: row.risk,
    expiresAt: new Date(row.expires_at),
    approval: approvalOf(row.approval),
  }
}

interface GrantedRow extends ContentRow {
  readonly id: string
  readonly gates: readonly string[]
  readonly risk: ResidualRisk
  readonly expires_at: string
  readonly approval: ApprovalJson
}

interface FactRows {
  readonly skips: readonly SkipRow[]
  readonly runs: readonly RunRow[]
  readonly plans: readonly { readonly id: string; readonly model_digest: string; readonly head: string }[]
  readonly exceptions: readonly GrantedRow[]
  readonly rejected: readonly (ContentRow & { readonly id: string; readonly roles: readonly Role[] })[]
  readonly audit_sequence: number
  readonly evidence_sequence: number
  readonly as_of: string
}

interface LastPassRow extends ContentRow {
  readonly gate: string
  readonly evidence_id: string
  readonly received_at: Date
}

function lastPassOf(row: LastPassRow): LastPass {
  return { gate: row.gate, evidence: row.evidence_id, content: contentOf(row), receivedAt: row.received_at }
}
