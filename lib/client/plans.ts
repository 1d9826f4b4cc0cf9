import type { ChangedFile } from '#lib/model/change.ts'
import { withRepository } from './request.ts'
import { send } from './send.ts'

/** A change as the plan explorer sends it. */
export type PlanRequest = ({ readonly files: readonly (string | ChangedFile)[] } | { readonly diff: string }) & {
  readonly profile?: string
}

/** Where a stored plan is read as JSON. */
export function planEndpoint(id: string): string {
  return `/api/v1/plans/${encodeURIComponent(id)}`
}

/**
 * Asks the server to plan a change and to keep the plan; answers its id. `key` makes a repeated send, after an answer
 * that was lost, the same plan and not a second one.
 */
export function postPlan(repository: string | null, change: PlanRequest, key: string): Promise<{ readonly id: string }> {
  return send(withRepository('/api/v1/plans', repository), change, key)
}
