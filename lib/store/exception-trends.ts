import type { ExceptionCounts } from '#lib/model/trends.ts'
import type { Session } from './database.ts'

/** How exceptions that have ended are told apart, in days. */
const AGES = [7, 30, 90] as const

/** How many exceptions there are of each kind at `now`. One look at the table, which grows by what people ask for. */
export async function countExceptions(session: Session, repositoryId: bigint, now: Date): Promise<ExceptionCounts> {
  const rows = await session.$queryRaw<Record<'requested' | 'active' | 'soon' | 'week' | 'month' | 'quarter' | 'older', bigint>[]>`
    SELECT
      count(*) FILTER (WHERE "state" = 'requested' AND "left" > interval '0') AS "requested",
      count(*) FILTER (WHERE "state" = 'approved' AND "left" > interval '0') AS "active",
      count(*) FILTER (WHERE "state" = 'approved' AND "left" > interval '0' AND "left" <= interval '7 days') AS "soon",
      count(*) FILTER (WHERE "ended" AND "left" > interval '-7 days') AS "week",
      count(*) FILTER (WHERE "ended" AND "left" <= interval '-7 days' AND "left" > interval '-30 days') AS "month",
      count(*) FILTER (WHERE "ended" AND "left" <= interval '-30 days' AND "left" > interval '-90 days') AS "quarter",
      count(*) FILTER (WHERE "ended" AND "left" <= interval '-90 days') AS "older"
    FROM (SELECT "state", "expires_at" - ${now}::timestamptz AS "left",
        "approval" IS NOT NULL AND "state" IN ('approved', 'expired') AND "expires_at" <= ${now} AS "ended"
      FROM "exception" WHERE "repository_id" = ${repositoryId}) x`
  const row = rows[0]
  if (row === undefined) throw new Error('the database gave no counts')
  const ended = [row.week, row.month, row.quarter, row.older].map(Number)
  return {
    requested: Number(row.requested),
    active: Number(row.active),
    endingSoon: Number(row.soon),
    ended: [...AGES, null].map((withinDays, at) => ({ withinDays, count: ended[at] ?? 0 })),
  }
}
