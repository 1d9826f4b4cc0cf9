import type { CandidateFacts, CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { candidateFacts, type PlanOfCandidate, type StoredCandidateFacts } from '#lib/store/candidate-facts.ts'
import type { Session } from '#lib/store/database.ts'
import { planDocument } from '#lib/store/plans.ts'

/** What is known of a candidate, and when it was asked. */
export interface LoadedCandidate {
  readonly facts: CandidateFacts
  /** By the database's clock: the moment to judge by. */
  readonly asOf: Date
  /** The newest entry of the audit chain that the facts know of. */
  readonly auditSequence: number
}

/** What a plan's document says about which gates are needed. A plan never changes, so the last few are kept. */
type PlanContent = Pick<CandidatePlan, 'gates' | 'notRequired' | 'reviews'>

const MOST_KEPT = 200
const kept = new Map<string, PlanContent>()

/** Everything that was recorded about a commit, tree or `sha256:…`, or about some gates of it, with the plans that say what it needs. */
export async function loadCandidate(
  session: Session,
  repositoryId: bigint,
  contentId: string,
  narrowed: { readonly gates?: readonly string[] } = {},
): Promise<LoadedCandidate> {
  const { plans, asOf, auditSequence, ...facts } = await candidateFacts(session, repositoryId, contentId, narrowed)
  return { facts: { ...facts, plan: await unitePlans(session, plans) }, asOf, auditSequence }
}

/** All plans of the candidate count: whoever plans less than another takes nothing away. */
async function unitePlans(session: Session, plans: StoredCandidateFacts['plans']): Promise<CandidatePlan | null> {
  const [newest] = plans
  if (newest === undefined) return null
  const contents: PlanContent[] = []
  for (const plan of plans) contents.push(await contentOfPlan(session, plan))
  const gates = new Set(contents.flatMap((content) => content.gates))
  const notRequired = new Map(contents.flatMap((content) => content.notRequired.map((gate) => [gate.id, gate])))
  return {
    id: newest.id,
    modelDigest: newest.modelDigest,
    gates: [...gates],
    notRequired: [...notRequired.values()].filter(({ id }) => !gates.has(id)),
    reviews: [...new Set(contents.flatMap((content) => content.reviews))],
  }
}

async function contentOfPlan(session: Session, { id }: PlanOfCandidate): Promise<PlanContent> {
  const known = kept.get(id)
  if (known !== undefined) return known
  const document = await planDocument(session, id)
  if (document === null) throw new Error(`the plan ${id} has no document`)
  // Written from a plan by `makePlan`, and the row cannot have been changed since.
  const { gates, notRequired, reviews } = JSON.parse(document) as GatePlan
  const content = { gates: gates.map((gate) => gate.id), notRequired, reviews: reviews.map(({ domain }) => domain) }
  kept.set(id, content)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return content
}
