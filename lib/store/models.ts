import { createHash } from 'node:crypto'
import type { ModelSource } from '#lib/model/model-source.ts'
import type { Session } from './database.ts'
import { type PackedText, packText, unpackText } from './packed-text.ts'

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

const VERSION = { sequence: true, digest: true, treeSha256: true, createdAt: true } as const

/** The newest model of a repository, or null while it has none. */
export async function newestModel(session: Session, repositoryId: bigint): Promise<ModelVersion | null> {
  return session.storedModel.findFirst({ where: { repositoryId }, orderBy: { sequence: 'desc' }, select: VERSION })
}

/** What a model was compiled from. */
export async function modelContent(session: Session, sequence: bigint): Promise<ModelContent> {
  const row = await session.storedModel.findUniqueOrThrow({ where: { sequence }, select: { sources: true, tree: true } })
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
  return session.storedModel.create({ data: { ...model }, select: VERSION })
}
