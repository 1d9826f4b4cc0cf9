import { createHash } from 'node:crypto'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { ModelSource } from '#lib/model/model-source.ts'
import type { Session } from './database.ts'
import { type PackedText, packText, unpackText } from './packed-text.ts'
import type { KnownRepository } from './repositories.ts'

/** Which model is meant, without its content. `sequence` orders the models of a repository and names this one. */
export interface ModelVersion {
  readonly sequence: bigint
  readonly digest: string
  readonly treeSha256: string
  readonly createdAt: Date
}

export interface ModelContent {
  readonly sources: readonly ModelSource[]
  readonly tree: readonly string[]
}

export interface ModelToKeep {
  readonly repositoryId: bigint
  readonly digest: string
  /** Made by `packPart`, as is `tree`. */
  readonly sources: PackedText
  readonly tree: PackedText
  readonly treeSha256: string
  readonly sentBy: string
}

const VERSION = Prisma.raw('"sequence", "digest", "tree_sha256" AS "treeSha256", "created_at" AS "createdAt"')

/** The newest model of a repository, or null while it has none. */
export async function newestModel(session: Session, repositoryId: bigint): Promise<ModelVersion | null> {
  const rows = await session.$queryRaw<ModelVersion[]>`
    SELECT ${VERSION} FROM "model" WHERE "repository_id" = ${repositoryId} ORDER BY "sequence" DESC LIMIT 1`
  return rows[0] ?? null
}

/** The only repository there is, with its newest model, in one question; null when there is none or there are several. */
export async function onlyRepository(
  session: Session,
): Promise<{ readonly repository: KnownRepository; readonly version: ModelVersion } | null> {
  const rows = await session.$queryRaw<(ModelVersion & KnownRepository)[]>`
    SELECT r."id", r."name", m.* FROM (SELECT "id", "name" FROM "repository" ORDER BY "name" LIMIT 2) r
    CROSS JOIN LATERAL (SELECT ${VERSION} FROM "model" WHERE "repository_id" = r."id" ORDER BY "sequence" DESC LIMIT 1) m`
  const [row] = rows
  if (row === undefined || rows.length > 1) return null
  const { id, name, ...version } = row
  return { repository: { id, name }, version }
}

/** What a model was compiled from. */
export async function modelContent(session: Session, sequence: bigint): Promise<ModelContent> {
  const [row] = await session.$queryRaw<{ sources: Uint8Array; tree: Uint8Array }[]>`
    SELECT "sources", "tree" FROM "model" WHERE "sequence" = ${sequence}`
  if (row === undefined) throw new Error(`there is no model ${sequence}`)
  const [sources, tree] = await Promise.all([unpackText(row.sources), unpackText(row.tree)])
  // Both were written by `packPart`, and the row cannot have been changed since.
  return { sources: JSON.parse(sources) as ModelSource[], tree: JSON.parse(tree) as string[] }
}

/** A part of a model as it is stored, with the SHA-256 of its text. */
export async function packPart(part: readonly ModelSource[] | readonly string[]): Promise<{ packed: PackedText; sha256: string }> {
  const text = JSON.stringify(part)
  return { packed: await packText(text), sha256: createHash('sha256').update(text).digest('hex') }
}

/** Stores a model; from then on it is the repository's current one. */
export async function keepModel(session: Session, model: ModelToKeep): Promise<ModelVersion> {
  const { repositoryId, digest, sources, tree, treeSha256, sentBy } = model
  const [version] = await session.$queryRaw<ModelVersion[]>`
    INSERT INTO "model" ("repository_id", "digest", "sources", "tree", "tree_sha256", "sent_by")
    VALUES (${repositoryId}, ${digest}, ${sources}, ${tree}, ${treeSha256}, ${sentBy}) RETURNING ${VERSION}`
  if (version === undefined) throw new Error('a model was kept and not given back')
  return version
}
