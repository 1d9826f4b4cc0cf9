import { createHash, randomUUID } from 'node:crypto'
import { type Actor, identityOf, isPerson } from '#lib/model/actor.ts'
import { type CandidateNames, type Content, contentIdOf, speaksFor } from '#lib/model/content.ts'
import { type DomainEligibility, ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { hasRole } from '#lib/model/person.ts'
import type { PromotionBasis } from '#lib/model/promotion.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { Unavailable } from '#lib/model/unavailable.ts'
import { promotionText } from '#lib/rules/audit/promotion-text.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { newestModel } from '#lib/store/models.ts'
import { findPerson } from '#lib/store/people.ts'
import { keepPromotion } from '#lib/store/promotions.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { contentValue } from './content-value.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { loadCandidate } from './load-candidate.ts'
import { promotedExceptions } from './promoted-exceptions.ts'
import { recordAudit } from './record-audit.ts'
import { skipsOfCandidate } from './skips-of-candidate.ts'
import { trackedDocuments } from './tracked-documents.ts'
import { unknownDomain } from './unknown-domain.ts'

export interface PromotionToRecord {
  readonly repository: string | null
  readonly domain: string
  readonly content: Content
  /** A CI token whose scope has the domain, or a release manager of it. */
  readonly actor: Actor
  readonly retry: RetryKey | null
}

/**
 * Records an independent promotion, if the domain is eligible at this very moment: judged while nothing else can be recorded. Answers the
 * promotion as JSON; a refusal names the items that are not met.
 */
export async function recordPromotion(asked: PromotionToRecord): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, () => decidePromotion(asked))
}

async function decidePromotion(asked: PromotionToRecord): Promise<Keep | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  if (!model.lanes.some(({ domainId }) => domainId === asked.domain)) return unknownDomain(model, asked.domain)
  const refusal = whyNotPromote(asked.actor, asked.domain)
  return refusal ?? ((session) => keepIfEligible(session, current, asked))
}

function whyNotPromote(actor: Actor, domain: string): Refusal | null {
  if (isPerson(actor)) {
    if (hasRole(actor, 'release-manager', domain)) return null
    return { refused: 'not-authorised', detail: `You are no release manager of ${domain}. A release manager of it may promote it.` }
  }
  const { gates, domains } = actor.scope
  if (gates === null && (domains?.includes(domain) ?? true)) return null
  return { refused: 'not-authorised', detail: `This token may not promote ${domain}.` }
}

/** Roles are taken back under the audit chain too: whoever holds it knows that the role still stands. */
async function whyNoLonger(session: Session, actor: Actor, domain: string): Promise<Refusal | null> {
  if (!isPerson(actor)) return null
  return whyNotPromote((await findPerson(session, actor.id)) ?? { ...actor, grants: [] }, domain)
}

async function keepIfEligible(session: Session, current: CurrentModel, asked: PromotionToRecord): Promise<KeptDocument | Refusal> {
  const { id: repositoryId, name: repository } = current.repository
  const { domain, content, actor } = asked
  await holdAudit(session)
  const noLonger = await whyNoLonger(session, actor, domain)
  if (noLonger !== null) return noLonger
  const newest = await newestModel(session, repositoryId)
  if (newest?.sequence !== current.version.sequence) {
    throw new Unavailable('the operating model was replaced while a promotion was judged', { reason: 'server-busy' })
  }
  const judged = await judgeContent(session, current, domain, content)
  const refusal = whyNotEligible(
    domain,
    judged.map(({ eligibility }) => eligibility),
  )
  if (refusal !== null) return refusal
  const id = randomUUID()
  const modelDigest = current.compiled.model.digest
  const items = judged[0]?.eligibility.items ?? []
  const basis = judged[0]?.basis ?? null
  // Binds what it rests on, to the letter, as the entry of evidence does.
  const sha256 = basis === null ? null : createHash('sha256').update(promotionText(items, basis)).digest('hex')
  const details = { content: contentValue(content), domain, modelDigest, sha256 }
  const { at } = await recordAudit(session, { action: 'promotion.recorded', actor: identityOf(actor), repository, subject: id, details })
  const promotion = { id, domain, content, modelDigest, items, basis, promotedBy: identityOf(actor), promotedAt: at }
  await keepPromotion(session, repositoryId, promotion)
  const { promotedBy, promotedAt } = promotion
  const document = { id, domain, content: contentValue(content), modelDigest, verdict: 'eligible', promotedBy, promotedAt }
  return { document: JSON.stringify(document), replayed: false }
}

interface JudgedContent {
  readonly eligibility: DomainEligibility
  readonly basis: PromotionBasis
}

/**
 * The eight items on the content. A name that nobody has named together with the others is judged by itself too: whoever promotes an
 * artifact of a commit must have shown that it is of that commit.
 */
async function judgeContent(session: Session, current: CurrentModel, domain: string, content: Content): Promise<readonly JudgedContent[]> {
  const judged: JudgedContent[] = []
  const known: CandidateNames[] = []
  for (const name of namesOf(content)) {
    if (known.some((names) => speaksFor(name, names))) continue
    const { facts, asOf } = await loadCandidate(session, current.repository.id, contentIdOf(name))
    const { model } = current.compiled
    const candidate = judgeCandidate(model, facts, { profile: null, now: asOf })
    judged.push({
      eligibility: judgeEligibility(model, domain, candidate, facts, trackedDocuments(current.tree), asOf),
      basis: {
        planId: candidate.planId,
        gates: candidate.gates,
        skips: skipsOfCandidate(model, facts, asOf),
        exceptions: promotedExceptions(candidate, facts),
      },
    })
    known.push(facts.names)
  }
  return judged
}

function namesOf({ gitCommit, gitTree, sha256 }: Content): readonly Content[] {
  return [
    ...(gitCommit === undefined ? [] : [{ gitCommit }]),
    ...(gitTree === undefined ? [] : [{ gitTree }]),
    ...(sha256 === undefined ? [] : [{ sha256 }]),
  ]
}

function whyNotEligible(domain: string, judged: readonly DomainEligibility[]): Refusal | null {
  if (judged.length > 0 && judged.every(({ verdict }) => verdict === 'eligible')) return null
  const unmet = ELIGIBILITY_ITEMS.filter((id) => judged.some((each) => each.unmet.includes(id)))
  const isUnknown = judged.some(({ verdict }) => verdict === 'unknown')
  const because = isUnknown
    ? 'a file of the operating model that the checklist rests on cannot be read'
    : `${unmet.length} of the ${ELIGIBILITY_ITEMS.length} items ${unmet.length === 1 ? 'is' : 'are'} not met: ${unmet.join(', ')}`
  return { refused: 'not-eligible', detail: `${domain} is not eligible on this content: ${because}.`, unmet }
}
