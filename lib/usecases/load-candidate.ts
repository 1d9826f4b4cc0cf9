import type { CandidateFacts, CandidatePlan } from '#lib/model/candidate-facts.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import {
  candidateFacts,
  factsOfCandidates,
  type PlanOfCandidate,
  type RecordsAsked,
  type StoredCandidateFacts,
} from '#lib/store/candidate-facts.ts'
import type { Session } from '#lib/store/database.ts'
import { planDocuments } from '#lib/store/plans.ts'

/** What is known of a candidate, and when it was asked. */
export interface LoadedCandidate {
  readonly facts: CandidateFacts
  /** By the database's clock: the moment to judge by. */
  readonly asOf: Date
  /** The newest entry of the audit chain that the facts know of. */
  readonly auditSequence: number
  /** The newest evidence of the repository that the facts know of, by its sequence. */
  readonly evidenceSequence: number
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
  asked: RecordsAsked = {},
): Promise<LoadedCandidate> {
  const { plans, asOf, auditSequence, evidenceSequence, ...facts } = await candidateFacts(session, repositoryId, contentId, asked)
  const plan = unitePlans(plans, await contentsOfPlans(session, plans))
  return { facts: { ...facts, plan }, asOf, auditSequence, evidenceSequence }
}

/** The facts of several candidates by content id, in as many questions as for one. */
export async function loadCandidates(
  session: Session,
  repositoryId: bigint,
  contentIds: readonly string[],
  narrowed: { readonly gates?: readonly string[] } = {},
): Promise<ReadonlyMap<string, CandidateFacts>> {
  const stored = [...(await factsOfCandidates(session, repositoryId, contentIds, narrowed))]
  const contents = await contentsOfPlans(
    session,
    stored.flatMap(([, { plans }]) => plans),
  )
  return new Map(
    stored.map(([contentId, { plans, asOf: _asOf, auditSequence: _head, evidenceSequence: _newest, ...facts }]) => [
      contentId,
      { ...facts, plan: unitePlans(plans, contents) },
    ]),
  )
}

/** All plans of the candidate count: whoever plans less than another takes nothing away. */
function unitePlans(plans: StoredCandidateFacts['plans'], known: ReadonlyMap<string, PlanContent>): CandidatePlan | null {
  const [newest] = plans
  if (newest === undefined) return null
  const contents = plans.flatMap(({ id }) => known.get(id) ?? [])
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

/** What these plans ask for, by plan; those that are not kept are read in one question. */
async function contentsOfPlans(session: Session, plans: readonly PlanOfCandidate[]): Promise<ReadonlyMap<string, PlanContent>> {
  const ids = [...new Set(plans.map(({ id }) => id))]
  const known = new Map(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)] as const] : [])))
  const documents = await planDocuments(
    session,
    ids.filter((id) => !known.has(id)),
  )
  const contents = new Map<string, PlanContent>()
  for (const id of ids) contents.set(id, known.get(id) ?? keepContent(id, documents.get(id)))
  return contents
}

function keepContent(id: string, document: string | undefined): PlanContent {
  if (document === undefined) throw new Error(`the plan ${id} has no document`)
  // Written from a plan by `makePlan`, and the row cannot have been changed since.
  const { gates, notRequired, reviews } = JSON.parse(document) as GatePlan
  const content = { gates: gates.map((gate) => gate.id), notRequired, reviews: reviews.map(({ domain }) => domain) }
  kept.set(id, content)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return content
}
