import { Prisma } from '#lib/generated/prisma/client.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import type { PlanSummary } from '#lib/model/plan-summary.ts'
import type { Session } from './database.ts'
import { type PackedText, unpackText } from './packed-text.ts'

export interface PlanToKeep {
  readonly id: string
  readonly repositoryId: bigint
  readonly modelSequence: bigint
  readonly plan: GatePlan
  /** The answer that is given. */
  readonly document: PackedText
  readonly askedBy: string
}

/** A place in the list of plans; what comes after it is older. */
export type PlanCursor = bigint

export interface PlanPage {
  readonly items: readonly PlanSummary[]
  readonly next: PlanCursor | null
}

/** Stores a plan as it is answered. */
export async function keepPlan(session: Session, kept: PlanToKeep): Promise<void> {
  const { plan } = kept
  await session.$executeRaw`
    INSERT INTO "plan" ("id", "repository_id", "model_sequence", "model_digest", "profile", "base", "head", "file_count", "gate_count",
      "unmapped_count", "review_count", "classes", "domains", "document", "asked_by")
    VALUES (${kept.id}, ${kept.repositoryId}, ${kept.modelSequence}, ${plan.modelDigest}, ${plan.profile}, ${plan.base}, ${plan.head},
      ${plan.files.length}, ${plan.gates.length}, ${plan.unmapped.length}, ${plan.reviews.length}, ${plan.classes}, ${plan.domains},
      ${kept.document}, ${kept.askedBy})`
}

/** The plan as it was answered, or null when there is none with that id. */
export async function planDocument(session: Session, id: string): Promise<string | null> {
  const [row] = await session.$queryRaw<{ document: Uint8Array }[]>`SELECT "document" FROM "plan" WHERE "id" = ${id}`
  return row === undefined ? null : unpackText(row.document)
}

/** The plans as they were answered, by id; those that are not there are left out. One question, however many. */
export async function planDocuments(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await session.$queryRaw<{ id: string; document: Uint8Array }[]>`SELECT "id", "document" FROM "plan" WHERE "id" = ANY(${ids})`
  return new Map(await Promise.all(rows.map(async ({ id, document }) => [id, await unpackText(document)] as const)))
}

/** When the plan was kept, or null when there is none with that id. */
export async function planCreatedAt(session: Session, id: string): Promise<Date | null> {
  const [row] = await session.$queryRaw<{ created_at: Date }[]>`SELECT "created_at" FROM "plan" WHERE "id" = ${id}`
  return row?.created_at ?? null
}

/** The plans of a repository, newest first, that are older than the cursor. */
export async function pageOfPlans(
  session: Session,
  repository: { readonly id: bigint; readonly name: string },
  page: { readonly before: PlanCursor | null; readonly limit: number },
): Promise<PlanPage> {
  const rows = await session.$queryRaw<PlanRow[]>`
    SELECT "id", "sequence", "created_at", "profile", "head", "file_count", "gate_count", "unmapped_count", "review_count", "classes", "domains"
    FROM "plan" WHERE "repository_id" = ${repository.id} AND ${page.before === null ? Prisma.sql`true` : Prisma.sql`"sequence" < ${page.before}`}
    ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      repository: repository.name,
      profile: row.profile,
      head: row.head,
      files: row.file_count,
      gates: row.gate_count,
      unmapped: row.unmapped_count,
      reviews: row.review_count,
      classes: row.classes,
      domains: row.domains,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.sequence ?? null) : null,
  }
}

/** A row of "plan" without what a list does not show. */
interface PlanRow extends Pick<PlanSummary, 'id' | 'profile' | 'head' | 'classes' | 'domains'> {
  readonly sequence: bigint
  readonly created_at: Date
  readonly file_count: number
  readonly gate_count: number
  readonly unmapped_count: number
  readonly review_count: number
}
