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
  await session.storedPlan.create({
    data: {
      id: kept.id,
      repositoryId: kept.repositoryId,
      modelSequence: kept.modelSequence,
      modelDigest: plan.modelDigest,
      profile: plan.profile,
      base: plan.base,
      head: plan.head,
      fileCount: plan.files.length,
      gateCount: plan.gates.length,
      unmappedCount: plan.unmapped.length,
      reviewCount: plan.reviews.length,
      classes: [...plan.classes],
      domains: [...plan.domains],
      document: kept.document,
      askedBy: kept.askedBy,
    },
    select: { id: true },
  })
}

/** The plan as it was answered, or null when there is none with that id. */
export async function planDocument(session: Session, id: string): Promise<string | null> {
  const row = await session.storedPlan.findUnique({ where: { id }, select: { document: true } })
  return row === null ? null : unpackText(row.document)
}

/** The plans as they were answered, by id; those that are not there are left out. One question, however many. */
export async function planDocuments(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await session.storedPlan.findMany({ where: { id: { in: [...ids] } }, select: { id: true, document: true } })
  return new Map(await Promise.all(rows.map(async ({ id, document }) => [id, await unpackText(document)] as const)))
}

/** When the plan was kept, or null when there is none with that id. */
export async function planCreatedAt(session: Session, id: string): Promise<Date | null> {
  const row = await session.storedPlan.findUnique({ where: { id }, select: { createdAt: true } })
  return row?.createdAt ?? null
}

/** The plans of a repository, newest first, that are older than the cursor. */
export async function pageOfPlans(
  session: Session,
  repository: { readonly id: bigint; readonly name: string },
  page: { readonly before: PlanCursor | null; readonly limit: number },
): Promise<PlanPage> {
  const rows = await session.storedPlan.findMany({
    where: { repositoryId: repository.id, ...(page.before === null ? {} : { sequence: { lt: page.before } }) },
    orderBy: { sequence: 'desc' },
    take: page.limit + 1,
    omit: { document: true, askedBy: true },
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map((row) => ({
      id: row.id,
      createdAt: row.createdAt.toISOString(),
      repository: repository.name,
      profile: row.profile,
      head: row.head,
      files: row.fileCount,
      gates: row.gateCount,
      unmapped: row.unmappedCount,
      reviews: row.reviewCount,
      // Written from a plan's own classes, and the row cannot have been changed since.
      classes: row.classes as PlanSummary['classes'][number][],
      domains: row.domains,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.sequence ?? null) : null,
  }
}
