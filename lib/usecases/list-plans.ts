import type { PlanSummary } from '#lib/model/plan-summary.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import { pageOfPlans } from '#lib/store/plans.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'

export type PlanList = List<PlanSummary>

/** The stored plans of a repository, newest first, at most `limit`, after the cursor of the page before. */
export async function listPlans(asked: ListAsked): Promise<PlanList | Refusal> {
  return listPage(asked, pageOfPlans)
}
