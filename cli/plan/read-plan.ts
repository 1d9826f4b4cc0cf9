import { locateRepository } from '#cli/git/repository.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { planRange } from './plan-range.ts'
import type { PlanRequest } from './plan-request.ts'

/** The plan for a request. Faults when the change, the repository or the profile cannot be read. */
export async function readPlan(request: PlanRequest, terminal: Terminal): Promise<GatePlan> {
  if (request.kind === 'range') return planRange(request, terminal)
  // Git looks for the repository while the rules are loaded.
  const located = locateRepository(request.wish)
  located.catch(() => {})
  const { planList } = await import('./plan-list.ts')
  return planList(request, located, terminal)
}
