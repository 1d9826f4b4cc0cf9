import { Prisma } from '#lib/generated/prisma/client.ts'
import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import { keepContent } from './candidates.ts'
import type { Session } from './database.ts'
import { type ContentRow, contentOf, contentRow, jsonRows } from './json-rows.ts'
import { nextSequence } from './sequence.ts'

/** A row of `announced_run`, as JSON has it. */
export interface RunRow extends ContentRow {
  readonly id: string
  readonly sequence: number
  readonly profile: string
  readonly gates: readonly string[]
  readonly announced_at: string
  readonly announced_by: string
  readonly deadline: string
  readonly closed_at: string | null
}

/** Keeps a run as it is announced. */
export async function keepRun(
  session: Session,
  repositoryId: bigint,
  run: Omit<AnnouncedRun, 'sequence' | 'closedAt'>,
): Promise<AnnouncedRun> {
  const sequence = await nextSequence(session)
  const { git_commit, git_tree, sha256 } = contentRow(run.content)
  await session.$executeRaw`
    INSERT INTO "announced_run" ("id", "sequence", "repository_id", "profile", "git_commit", "git_tree", "sha256", "gates", "announced_by",
      "announced_at", "deadline")
    VALUES (${run.id}::uuid, ${sequence}, ${repositoryId}, ${run.profile}, ${git_commit}, ${git_tree}, ${sha256}, ${[...run.gates]},
      ${run.announcedBy}, ${run.announcedAt}, ${run.deadline})`
  await keepContent(session, repositoryId, run.content, sequence, run.announcedAt)
  return { ...run, sequence: Number(sequence), closedAt: null }
}

/** The runs of these ids in a repository; ids that are not there are left out. */
export async function runsByIds(session: Session, repositoryId: bigint, ids: readonly string[]): Promise<readonly AnnouncedRun[]> {
  if (ids.length === 0) return []
  const rows = await jsonRows<RunRow>(
    session,
    Prisma.sql`SELECT * FROM "announced_run" WHERE "id" = ANY(${[...ids]}::uuid[]) AND "repository_id" = ${repositoryId}`,
  )
  return rows.map(runOf)
}

/** Runs that nobody has closed and whose deadline is past at `now`, those longest past first. */
export async function lapsedRuns(session: Session, repositoryId: bigint, now: Date, limit: number): Promise<readonly AnnouncedRun[]> {
  const rows = await jsonRows<RunRow>(
    session,
    Prisma.sql`SELECT * FROM "announced_run"
      WHERE "repository_id" = ${repositoryId} AND "closed_at" IS NULL AND "deadline" <= ${now} ORDER BY "deadline" LIMIT ${limit}`,
  )
  return rows.map(runOf)
}

/** Closes a run, if it is still open. */
export async function closeRun(session: Session, id: string, closing: { readonly at: Date; readonly by: string }): Promise<void> {
  await session.$executeRaw`
    UPDATE "announced_run" SET "closed_at" = ${closing.at}, "closed_by" = ${closing.by} WHERE "id" = ${id}::uuid AND "closed_at" IS NULL`
}

/** The run of a row. */
export function runOf(row: RunRow): AnnouncedRun {
  return {
    id: row.id,
    sequence: row.sequence,
    profile: row.profile,
    content: contentOf(row),
    gates: row.gates,
    announcedAt: new Date(row.announced_at),
    announcedBy: row.announced_by,
    deadline: new Date(row.deadline),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  }
}
