import type { Refusal } from '#lib/model/refusal.ts'
import { planCreatedAt, planDocument } from '#lib/store/plans.ts'
import { ask } from '#lib/store/session.ts'

const PLAN_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface KeptPlan {
  /** JSON, byte for byte as it was answered. */
  readonly document: string
  readonly createdAt: Date
}

/** A stored plan and when it was kept. */
export async function readPlan(id: string): Promise<KeptPlan | Refusal> {
  const unknown: Refusal = { refused: 'plan-unknown', detail: 'No plan has this id.' }
  if (!PLAN_ID.test(id)) return unknown
  return ask(async (session) => {
    const document = await planDocument(session, id)
    const createdAt = await planCreatedAt(session, id)
    return document === null || createdAt === null ? unknown : { document, createdAt }
  })
}
