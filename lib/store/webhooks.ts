import { Prisma } from '#lib/generated/prisma/client.ts'
import type { DeadLetter, WebhookState } from '#lib/model/webhook.ts'
import type { Session } from './database.ts'

/** So long a server may deliver to a target without a word; then another may. Longer than any one delivery. */
const LEASE_S = 30

const COLUMNS = Prisma.sql`"id", "cursor", "attempts", "failing_since", "next_attempt_at", "last_failure", "last_failure_at",
  "delivered_count", "last_delivered", "last_delivery_at"`

/** Makes targets that are new known. They are told of what comes from now on, not of what was. */
export async function enlistTargets(session: Session, ids: readonly string[]): Promise<void> {
  await session.$executeRaw`
    INSERT INTO "webhook_target" ("id", "cursor")
    SELECT t, coalesce((SELECT max("sequence") FROM "audit_event"), 0) FROM unnest(${[...ids]}::text[]) AS t ON CONFLICT DO NOTHING`
}

/** How far each of the targets has got, by id. */
export async function webhookStates(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, WebhookState>> {
  const rows = await session.$queryRaw<TargetRow[]>(
    Prisma.sql`SELECT ${COLUMNS} FROM "webhook_target" WHERE "id" = ANY(${[...ids]}::text[])`,
  )
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

/** The ids of those of the targets for which there are entries that are not done with, and whose next try is due. */
export async function dueTargets(session: Session, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await session.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "webhook_target"
    WHERE "id" = ANY(${[...ids]}::text[]) AND ("next_attempt_at" IS NULL OR "next_attempt_at" <= clock_timestamp())
      AND "cursor" < (SELECT "sequence" FROM "audit_event" ORDER BY "sequence" DESC LIMIT 1)
    ORDER BY "id"`
  return rows.map(({ id }) => id)
}

/** Takes a target for a server to deliver to; null when another has it, or when its next try is not due. */
export async function leaseTarget(session: Session, id: string, by: string): Promise<WebhookState | null> {
  const rows = await session.$queryRaw<TargetRow[]>(
    Prisma.sql`UPDATE "webhook_target" SET "leased_by" = ${by}, "leased_until" = clock_timestamp() + make_interval(secs => ${LEASE_S})
      WHERE "id" = ${id} AND ("leased_by" = ${by} OR "leased_until" IS NULL OR "leased_until" <= clock_timestamp())
        AND ("next_attempt_at" IS NULL OR "next_attempt_at" <= clock_timestamp())
      RETURNING ${COLUMNS}`,
  )
  return rows[0] === undefined ? null : stateOf(rows[0])
}

/** Lets another server have a target. */
export async function releaseTarget(session: Session, id: string, by: string): Promise<void> {
  await session.$executeRaw`UPDATE "webhook_target" SET "leased_by" = NULL, "leased_until" = NULL WHERE "id" = ${id} AND "leased_by" = ${by}`
}

/** What became of entries up to a sequence, from the cursor that they were read at. */
export type Settlement =
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly reason: string; readonly failingSince: Date; readonly nextAttemptAt: Date }
  | { readonly kind: 'given-up'; readonly reason: string; readonly action: string; readonly attempts: number }

/**
 * Writes down what became of a target's entries: of those up to `cursor` nothing is left to do. False when another server has the target
 * now, or has got further: whoever settles then must stop.
 */
export async function settle(
  session: Session,
  { id, by, from, cursor }: { readonly id: string; readonly by: string; readonly from: number; readonly cursor: number },
  settlement: Settlement,
): Promise<boolean> {
  const changed = await session.$executeRaw(
    Prisma.sql`UPDATE "webhook_target" SET "cursor" = ${BigInt(cursor)}, ${changesOf(settlement, cursor)},
        "leased_until" = clock_timestamp() + make_interval(secs => ${LEASE_S})
      WHERE "id" = ${id} AND "leased_by" = ${by} AND "cursor" = ${BigInt(from)}`,
  )
  if (changed !== 1) return false
  if (settlement.kind === 'given-up') {
    const { action, attempts, reason } = settlement
    await session.$executeRaw`
      INSERT INTO "dead_letter" ("target_id", "sequence", "action", "attempts", "reason")
      VALUES (${id}, ${BigInt(cursor)}, ${action}, ${attempts}, ${reason}) ON CONFLICT DO NOTHING`
  }
  return true
}

const NOT_FAILING = Prisma.sql`"attempts" = 0, "failing_since" = NULL, "next_attempt_at" = NULL`

function changesOf(settlement: Settlement, cursor: number): Prisma.Sql {
  switch (settlement.kind) {
    case 'passed-over':
      return Prisma.sql`"attempts" = "attempts"`
    case 'delivered':
      return Prisma.sql`${NOT_FAILING}, "delivered_count" = "delivered_count" + 1, "last_delivered" = ${BigInt(cursor)},
        "last_delivery_at" = clock_timestamp()`
    case 'failed': {
      const { reason, failingSince, nextAttemptAt } = settlement
      return Prisma.sql`"attempts" = "attempts" + 1, "failing_since" = ${failingSince}, "next_attempt_at" = ${nextAttemptAt},
        "last_failure" = ${reason}, "last_failure_at" = clock_timestamp()`
    }
    case 'given-up':
      return Prisma.sql`${NOT_FAILING}, "last_failure" = ${settlement.reason}, "last_failure_at" = clock_timestamp()`
  }
}

/** The newest events that a target did not take, and how many there are. */
export async function deadLetters(
  session: Session,
  id: string,
  limit: number,
): Promise<{ readonly count: number; readonly newest: readonly DeadLetter[] }> {
  const rows = await session.$queryRaw<LetterRow[]>`
    SELECT "sequence", "action", "attempts", "reason", "given_up_at", count(*) OVER () AS total
    FROM "dead_letter" WHERE "target_id" = ${id} ORDER BY "sequence" DESC LIMIT ${limit}`
  const newest = rows.map(({ sequence, action, attempts, reason, given_up_at: givenUpAt }) => {
    return { sequence: Number(sequence), action, attempts, reason, givenUpAt }
  })
  return { count: Number(rows[0]?.total ?? 0), newest }
}

interface LetterRow extends Omit<DeadLetter, 'sequence' | 'givenUpAt'> {
  readonly sequence: bigint
  readonly given_up_at: Date
  readonly total: bigint
}

interface TargetRow {
  readonly id: string
  readonly cursor: bigint
  readonly attempts: number
  readonly failing_since: Date | null
  readonly next_attempt_at: Date | null
  readonly last_failure: string | null
  readonly last_failure_at: Date | null
  readonly delivered_count: bigint
  readonly last_delivered: bigint | null
  readonly last_delivery_at: Date | null
}

function stateOf(row: TargetRow): WebhookState {
  return {
    id: row.id,
    cursor: Number(row.cursor),
    attempts: row.attempts,
    failingSince: row.failing_since,
    nextAttemptAt: row.next_attempt_at,
    lastFailure: row.last_failure,
    lastFailureAt: row.last_failure_at,
    deliveredCount: Number(row.delivered_count),
    lastDelivered: row.last_delivered === null ? null : Number(row.last_delivered),
    lastDeliveryAt: row.last_delivery_at,
  }
}
