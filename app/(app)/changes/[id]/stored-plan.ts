import { cache } from 'react'
import type { StoredPlan } from '#components/changes/stored-plan.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { readPlan } from '#lib/usecases/read-plan.ts'
import { load } from '../../load.ts'

/** A stored plan, read once a request, for its title and for the page. */
export const storedPlan = cache((id: string) =>
  load(async () => {
    const answer = await readPlan(id)
    if (isRefusal(answer)) return answer
    // Written by `makePlan` as this very shape, and the row cannot have been changed since.
    const plan = JSON.parse(answer.document) as Omit<StoredPlan, 'createdAt'>
    return { ...plan, createdAt: answer.createdAt.toISOString() }
  }),
)
