import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ResidualRisk, Skip, SkipWithProof } from '#lib/model/skip.ts'
import { keepContent } from './candidates.ts'
import type { Session } from './database.ts'
import { evidenceByIds } from './evidence.ts'
import { type ContentRow, contentOf, contentRow, jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'
import { nextSequence } from './sequence.ts'

/** A row of `skip`, as JSON has it. */
export interface SkipRow extends ContentRow {
  readonly id: string
  readonly sequence: number
  readonly gate: string
  readonly profile: string
  readonly reason: string
  readonly prior: string | null
  readonly risk: ResidualRisk
  readonly run_id: string | null
  readonly declared_by: string
  readonly declared_at: string
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Keeps a skip as it is declared, whether or not it is accepted. */
export async function keepSkip(session: Session, repositoryId: bigint, skip: Omit<Skip, 'sequence'>): Promise<Skip> {
  const sequence = await nextSequence(session)
  const { git_commit, git_tree, sha256 } = contentRow(skip.content)
  await session.$executeRaw`
    INSERT INTO "skip" ("id", "sequence", "repository_id", "gate", "profile", "git_commit", "git_tree", "sha256", "reason", "prior", "risk",
      "run_id", "declared_by", "declared_at")
    VALUES (${skip.id}::uuid, ${sequence}, ${repositoryId}, ${skip.gate}, ${skip.profile}, ${git_commit}, ${git_tree}, ${sha256},
      ${skip.reason}, ${skip.prior}, ${skip.risk}, ${skip.runId}::uuid, ${skip.declaredBy}, ${skip.declaredAt})`
  await keepContent(session, repositoryId, skip.content, sequence, skip.declaredAt)
  return { ...skip, sequence: Number(sequence) }
}

/** What the register may be narrowed to; null: any. */
export interface SkipFilter {
  readonly gates: readonly string[] | null
}

/** Declared skips, newest first. */
export async function pageOfSkips(
  session: Session,
  repositoryId: bigint,
  filter: SkipFilter,
  page: PageAsked,
): Promise<Page<SkipWithProof>> {
  const conditions = [
    Prisma.sql`"repository_id" = ${repositoryId}`,
    ...(page.before === null ? [] : [Prisma.sql`"sequence" < ${page.before}`]),
    ...(filter.gates === null ? [] : [Prisma.sql`"gate" = ANY(${[...filter.gates]})`]),
  ]
  const rows = await jsonRows<SkipRow>(
    session,
    Prisma.sql`SELECT * FROM "skip" WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`,
  )
  const { items, next } = pageOf(rows, page.limit, skipOf)
  return { items: await withProofs(session, repositoryId, items), next }
}

/** Of these skips those whose gate was run on the same content after all, later. */
export async function skipsRunLater(session: Session, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await jsonRows<{ readonly id: string }>(
    session,
    Prisma.sql`SELECT s."id" FROM "skip" s WHERE s."id" = ANY(${[...ids]}::uuid[]) AND EXISTS (
      SELECT FROM "evidence" e WHERE e."repository_id" = s."repository_id" AND e."gate" = s."gate" AND e."sequence" > s."sequence"
        AND e."result" <> 'skipped'
        AND (e."git_commit" = s."git_commit" OR e."git_tree" = s."git_tree" OR e."sha256" = s."sha256"))`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** When the newest `limit` skips were declared, newest first. */
export async function declaredMoments(session: Session, repositoryId: bigint, limit: number): Promise<readonly Date[]> {
  const rows = await jsonRows<Pick<SkipRow, 'declared_at'>>(
    session,
    Prisma.sql`SELECT "declared_at" FROM "skip" WHERE "repository_id" = ${repositoryId} ORDER BY "sequence" DESC LIMIT ${limit}`,
  )
  return rows.map((row) => new Date(row.declared_at))
}

/** Skips with what their `prior` turns out to be in this repository. Two questions, however many skips. */
export async function withProofs(session: Session, repositoryId: bigint, skips: readonly Skip[]): Promise<readonly SkipWithProof[]> {
  const priors = [...new Set(skips.flatMap(({ prior }) => (prior !== null && UUID.test(prior) ? [prior] : [])))]
  if (priors.length === 0) return skips.map((skip) => ({ ...skip, proof: null }))
  const evidence = new Map((await evidenceByIds(session, repositoryId, priors)).map((each) => [each.id, each]))
  const known = await session.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "skip" WHERE "id" = ANY(${priors}::uuid[]) AND "repository_id" = ${repositoryId}`
  const skipIds = new Set(known.map(({ id }) => id))
  return skips.map((skip) => ({ ...skip, proof: proofOf(skip.prior, evidence, skipIds) }))
}

function proofOf(prior: string | null, evidence: ReadonlyMap<string, Evidence>, skipIds: ReadonlySet<string>): SkipWithProof['proof'] {
  const found = prior === null ? undefined : evidence.get(prior)
  if (found !== undefined) return { kind: 'evidence', evidence: found }
  return prior !== null && skipIds.has(prior) ? { kind: 'skip' } : null
}

/** The skip of a row. */
export function skipOf(row: SkipRow): Skip {
  return {
    id: row.id,
    sequence: row.sequence,
    gate: row.gate,
    profile: row.profile,
    content: contentOf(row),
    reason: row.reason,
    prior: row.prior,
    risk: row.risk,
    runId: row.run_id,
    declaredBy: row.declared_by,
    declaredAt: new Date(row.declared_at),
  }
}
