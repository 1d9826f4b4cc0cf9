import type { CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { requiredGates } from '#lib/rules/release/required-gates.ts'
import { type PlanDrift, planDrift } from '#lib/rules/routing/plan-drift.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'
import type { CurrentModel } from './current-model.ts'
import { inTurn } from './in-turn.ts'
import { knownCandidate } from './judged-candidate.ts'

/** How the gates of a plan stand on the commit that it was made for. */
export interface PlanResults {
  /** Every gate of the plan, judged, failures first. */
  readonly gates: readonly JudgedGate[]
  /** Gates that the commit needs beside those of this plan: another plan or today's model asks for them. */
  readonly beyond: readonly string[]
  /** ISO moment, by the database's clock. */
  readonly computedAt: string
  /** How much of the history was looked at. */
  readonly sequence: number
}

/** Judges every gate of a plan on its head, now. The plan counts as asked for, whoever made it. */
export async function judgePlan(plan: GatePlan & { readonly id: string }, head: string): Promise<PlanResults | Refusal> {
  const known = await knownCandidate({ repository: plan.repository, contentId: head })
  if (isRefusal(known)) return known
  const { current, facts, now, sequence } = known
  const { model } = current.compiled
  const ids = plan.gates.map(({ id }) => id)
  const { gates } = judgeCandidate(model, { ...facts, plan: unitedPlan(plan, facts.plan) }, { profile: null, now, gates: ids })
  const own = new Set(ids)
  return {
    gates: [...gates].sort((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status)),
    beyond: [...requiredGates(indexModel(model), facts.plan, null)].filter((id) => !own.has(id)),
    computedAt: now.toISOString(),
    sequence,
  }
}

function unitedPlan(plan: GatePlan & { readonly id: string }, bound: CandidatePlan | null): CandidatePlan {
  return {
    id: plan.id,
    modelDigest: plan.modelDigest,
    gates: [...new Set([...plan.gates.map(({ id }) => id), ...(bound?.gates ?? [])])],
    notRequired: plan.notRequired,
    reviews: bound?.reviews ?? [],
  }
}

/** Comparing a larger change would hold up everybody else who asks. */
const MOST_FILES = 2000

/** Comparisons that were made last: neither a plan nor a model ever changes. */
const MOST_KEPT = 20
const kept = new Map<string, PlanDrift>()

/**
 * What the current model would ask for that the plan does not, and the other way round; null when the plan was made by it. A change of
 * more than 2,000 files is not compared: `too-large`.
 */
export async function findDrift(
  plan: GatePlan & { readonly id: string },
  current: Pick<CurrentModel, 'forPlans'>,
): Promise<PlanDrift | 'too-large' | null> {
  const { digest } = current.forPlans.model
  if (digest === plan.modelDigest) return null
  if (plan.files.length > MOST_FILES) return 'too-large'
  const key = `${plan.id} ${digest}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const compare = async () => planDrift(plan, current.forPlans)
  const drift = plan.files.length > 500 ? await inTurn(compare) : await compare()
  kept.set(key, drift)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return drift
}
