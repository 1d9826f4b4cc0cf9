import { readCommitRange } from '#cli/git/commit-range.ts'
import { locateRepository } from '#cli/git/repository.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import type { PlanRequest } from './plan-request.ts'

/**
 * The plan for a request. Faults when the change, the repository or the profile cannot be read. Git looks for the repository and its
 * commits while the rules are loaded.
 */
export async function readPlan(request: PlanRequest, terminal: Terminal): Promise<GatePlan> {
  if (request.kind === 'range') {
    const range = handled(readCommitRange(request.wish, request))
    const { planRange } = await import('./plan-range.ts')
    return planRange(await range, request.profile, terminal)
  }
  const located = handled(locateRepository(request.wish))
  const { planList } = await import('./plan-list.ts')
  return planList(request, await located, terminal)
}

/** A promise that is awaited later: until then its failure is not one that nobody looks at. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
