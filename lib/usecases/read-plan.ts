import type { Refusal } from '#lib/model/refusal.ts'
import { planDocument } from '#lib/store/plans.ts'
import { ask } from '#lib/store/session.ts'

const PLAN_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A stored plan as JSON, byte for byte as it was answered. */
export async function readPlan(id: string): Promise<{ readonly document: string } | Refusal> {
  const document = PLAN_ID.test(id) ? await ask((session) => planDocument(session, id)) : null
  return document === null ? { refused: 'plan-unknown', detail: 'No plan has this id.' } : { document }
}
