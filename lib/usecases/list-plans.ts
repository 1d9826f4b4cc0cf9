import type { PlanSummary } from '#lib/model/plan-summary.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { pageOfPlans } from '#lib/store/plans.ts'
import { ask } from '#lib/store/session.ts'
import { chooseRepository } from './choose-repository.ts'

export interface PlanList {
  readonly items: readonly PlanSummary[]
  /** The cursor of the next page; null on the last. */
  readonly next: string | null
}

/** The stored plans of a repository, newest first, at most `limit`, after the cursor of the page before. */
export async function listPlans(asked: {
  readonly repository: string | null
  readonly limit: number
  readonly cursor: string | null
}): Promise<PlanList | Refusal> {
  const before = asked.cursor === null ? null : readCursor(asked.cursor)
  return ask(async (session) => {
    const repository = await chooseRepository(session, asked.repository)
    if (isRefusal(repository)) return repository
    const { items, next } = await pageOfPlans(session, repository, { before, limit: asked.limit })
    return { items, next: next === null ? null : writeCursor(next) }
  })
}

/** Opaque to clients, so that it may change. */
function writeCursor(sequence: bigint): string {
  return sequence.toString(36)
}

/** A cursor that was never given out stands before the first plan: it shows an empty page, not a wrong one. */
function readCursor(cursor: string): bigint {
  const digits = /^[0-9a-z]{1,12}$/.test(cursor) ? [...cursor] : []
  return digits.reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
}
