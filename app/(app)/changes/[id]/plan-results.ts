import { cache } from 'react'
import { judgePlan } from '#lib/usecases/plan-results.ts'
import { load } from '../../load.ts'
import { storedPlan } from './stored-plan.ts'

/** How the gates of a stored plan stand on its head, judged once a request; null when it names no commit or is not there. */
export const planResults = cache(async (id: string) => {
  const plan = await storedPlan(id)
  if (plan.state !== 'loaded' || plan.value.head === null) return null
  const { head } = plan.value
  return load(() => judgePlan(plan.value, head))
})
