import { Prisma } from '#lib/generated/prisma/client.ts'
import type { ReportedFinding } from '#lib/model/guard.ts'
import type { Session } from './database.ts'
import { EVIDENCE_TABLES } from './evidence-row.ts'
import { jsonRows } from './json-rows.ts'

/** A gate's first pass in a run that had announced it. Both moments are the server's. */
export interface AnnouncedPass {
  readonly gate: string
  readonly announcedAt: Date
  readonly passedAt: Date
}

/** The passes that lead times are taken from, and how far back they reach. */
export interface AnnouncedPasses {
  readonly passes: readonly AnnouncedPass[]
  /** Older passes are not among them; null when all are. */
  readonly wholeSince: Date | null
}

/** Of the newest `limit` results those that passed in an announced run: the first of each gate in each run. Two questions. */
export async function announcedPasses(session: Session, repositoryId: bigint, limit: number): Promise<AnnouncedPasses> {
  const rows = await jsonRows<{
    readonly gate: string
    readonly result: string
    readonly run_id: string | null
    readonly received_at: string
  }>(
    session,
    Prisma.sql`SELECT "gate", "result", "run_id", "received_at" FROM "evidence"
      WHERE "repository_id" = ${repositoryId} ORDER BY "sequence" DESC LIMIT ${limit}`,
  )
  const first = new Map<string, { readonly gate: string; readonly runId: string; readonly passedAt: Date }>()
  for (const { gate, result, run_id, received_at } of rows) {
    if (result === 'passed' && run_id !== null) first.set(`${run_id} ${gate}`, { gate, runId: run_id, passedAt: new Date(received_at) })
  }
  const announced = await announcedAt(session, [...new Set([...first.values()].map(({ runId }) => runId))])
  const oldest = rows.at(-1)
  return {
    passes: [...first.values()].flatMap(({ gate, runId, passedAt }) => {
      const moment = announced.get(runId)
      return moment === undefined ? [] : [{ gate, passedAt, announcedAt: moment }]
    }),
    wholeSince: rows.length < limit || oldest === undefined ? null : new Date(oldest.received_at),
  }
}

async function announcedAt(session: Session, runIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (runIds.length === 0) return new Map()
  const rows = await jsonRows<{ readonly id: string; readonly announced_at: string }>(
    session,
    Prisma.sql`SELECT "id", "announced_at" FROM "announced_run" WHERE "id" = ANY(${[...runIds]}::uuid[])`,
  )
  return new Map(rows.map(({ id, announced_at }) => [id, new Date(announced_at)]))
}

/** What a guard's run reported. */
export interface GuardReport {
  readonly evidence: string
  readonly gate: string
  readonly contentId: string
  readonly at: Date
  readonly findings: readonly ReportedFinding[]
}

/** The newest `limit` standing reports of each of these guards, oldest first. */
export async function guardReports(
  session: Session,
  repositoryId: bigint,
  gates: readonly string[],
  limit: number,
): Promise<readonly GuardReport[]> {
  const rows = await jsonRows<GuardReportRow>(
    session,
    Prisma.sql`SELECT n.* FROM unnest(${[...gates]}::text[]) AS g("gate") CROSS JOIN LATERAL (
        SELECT e."id", e."gate", e."sequence", coalesce(e."git_commit", e."git_tree", 'sha256:' || e."sha256") AS "content_id",
          e."received_at", e."findings"
        FROM ${EVIDENCE_TABLES}
        WHERE e."repository_id" = ${repositoryId} AND e."gate" = g."gate" AND e."findings" IS NOT NULL AND r."evidence_id" IS NULL
        ORDER BY e."sequence" DESC LIMIT ${limit}) n
      ORDER BY n."sequence"`,
  )
  return rows.map((row) => ({
    evidence: row.id,
    gate: row.gate,
    contentId: row.content_id,
    at: new Date(row.received_at),
    findings: row.findings,
  }))
}

interface GuardReportRow {
  readonly id: string
  readonly gate: string
  readonly sequence: number
  readonly content_id: string
  readonly received_at: string
  readonly findings: readonly ReportedFinding[]
}
