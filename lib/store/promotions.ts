import { Prisma } from '#lib/generated/prisma/client.ts'
import type { CandidateNames } from '#lib/model/content.ts'
import type { JudgedItem } from '#lib/model/eligibility.ts'
import type { Promotion, PromotionBasis } from '#lib/model/promotion.ts'
import type { Session } from './database.ts'
import { type ContentRow, contentOf, contentRow, jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'
import type { KnownRepository } from './repositories.ts'
import { nextSequence } from './sequence.ts'

/** Keeps a promotion with the items as they were judged. */
export async function keepPromotion(session: Session, repositoryId: bigint, promotion: Promotion): Promise<void> {
  const sequence = await nextSequence(session)
  const { git_commit, git_tree, sha256 } = contentRow(promotion.content)
  const items = JSON.stringify(promotion.items)
  const basis = promotion.basis === null ? null : JSON.stringify(promotion.basis)
  await session.$executeRaw`
    INSERT INTO "promotion" ("id", "sequence", "repository_id", "domain", "git_commit", "git_tree", "sha256", "model_digest", "items",
      "basis", "promoted_by", "promoted_at")
    VALUES (${promotion.id}::uuid, ${sequence}, ${repositoryId}, ${promotion.domain}, ${git_commit}, ${git_tree}, ${sha256},
      ${promotion.modelDigest}, ${items}::jsonb, ${basis}::jsonb, ${promotion.promotedBy}, ${promotion.promotedAt})`
}

/** What a list needs: what a promotion rested on may be large, and is read with one promotion alone. */
const LISTED = Prisma.raw(
  '"id", "repository_id", "sequence", "domain", "git_commit", "git_tree", "sha256", "model_digest", "items", "promoted_by", "promoted_at"',
)

/** Promotions, newest first, without what they rested on. */
export async function pageOfPromotions(session: Session, repositoryId: bigint, page: PageAsked): Promise<Page<Promotion>> {
  const older = page.before === null ? Prisma.empty : Prisma.sql`AND "sequence" < ${page.before}`
  const rows = await jsonRows<PromotionRow>(
    session,
    Prisma.sql`SELECT ${LISTED} FROM "promotion" WHERE "repository_id" = ${repositoryId} ${older} ORDER BY "sequence" DESC LIMIT ${page.limit + 1}`,
  )
  return pageOf(rows, page.limit, promotionOf)
}

/** A promotion and its repository; null when there is none of that id. */
export async function promotionById(
  session: Session,
  id: string,
): Promise<{ readonly promotion: Promotion; readonly repository: KnownRepository } | null> {
  const [row] = await jsonRows<PromotionRow & { readonly repository: string }>(
    session,
    Prisma.sql`SELECT p.*, r."name" AS "repository" FROM "promotion" p JOIN "repository" r ON r."id" = p."repository_id" WHERE p."id" = ${id}::uuid`,
  )
  return row === undefined ? null : { promotion: promotionOf(row), repository: { id: BigInt(row.repository_id), name: row.repository } }
}

/** The promotions of a candidate, under any of its names, newest first, without what they rested on. */
export async function promotionsOfCandidate(
  session: Session,
  repositoryId: bigint,
  { commits, trees, digests }: Pick<CandidateNames, 'commits' | 'trees' | 'digests'>,
): Promise<readonly Promotion[]> {
  const rows = await jsonRows<PromotionRow>(
    session,
    Prisma.sql`SELECT ${LISTED} FROM "promotion" WHERE "repository_id" = ${repositoryId} AND ("git_commit" = ANY(${[...commits]})
      OR "git_tree" = ANY(${[...trees]}) OR "sha256" = ANY(${[...digests]})) ORDER BY "sequence" DESC`,
  )
  return rows.map(promotionOf)
}

interface PromotionRow extends ContentRow {
  readonly id: string
  readonly repository_id: number
  readonly sequence: number
  readonly domain: string
  readonly model_digest: string
  readonly items: readonly JudgedItem[]
  readonly basis?: PromotionBasis | null
  readonly promoted_by: string
  readonly promoted_at: string
}

function promotionOf(row: PromotionRow): Promotion {
  return {
    id: row.id,
    domain: row.domain,
    content: contentOf(row),
    modelDigest: row.model_digest,
    items: row.items,
    basis: row.basis ?? null,
    promotedBy: row.promoted_by,
    promotedAt: new Date(row.promoted_at),
  }
}
