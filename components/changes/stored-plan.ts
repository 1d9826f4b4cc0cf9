import type { GatePlan } from '#lib/model/gate-plan.ts'

/** A plan that was kept, with its permanent id. */
export interface StoredPlan extends GatePlan {
  readonly id: string
  /** ISO moment. */
  readonly createdAt: string
}
