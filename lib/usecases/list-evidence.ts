import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { pageOfEvidence } from '#lib/store/evidence.ts'
import { loadCurrentModel } from './current-model.ts'
import { type ListedEvidenceDocument, listedEvidenceDocument } from './evidence-document.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'
import { unknownDomain } from './unknown-domain.ts'

/** What stands in the place of a domain for the gates that belong to none. */
const GLOBAL = 'global'

export interface EvidenceAsked extends ListAsked {
  readonly gate: string | null
  /** A commit, a tree or `sha256:…` that the evidence names itself. */
  readonly contentId: string | null
  readonly result: ReportedResult | null
  readonly profile: string | null
  /** A domain that a lane declares, or `global` for the gates that belong to none. */
  readonly domain: string | null
}

/** A repository's evidence, newest first, each with the number of its findings. */
export async function listEvidence(asked: EvidenceAsked): Promise<List<ListedEvidenceDocument> | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  const { gates } = indexModel(model)
  const { gate, contentId, result, profile, domain } = asked
  if (domain !== null && domain !== GLOBAL && !model.lanes.some(({ domainId }) => domainId === domain)) return unknownDomain(model, domain)
  const ofDomain = domain === null ? null : [...gates.values()].filter((each) => (each.gate.domain ?? GLOBAL) === domain)
  const filter = { gate, contentId, result, profile, gates: ofDomain?.map((each) => each.gate.id) ?? null }
  const list = await listPage(asked, (session, { id }, page) => pageOfEvidence(session, id, filter, page))
  if (isRefusal(list)) return list
  return { ...list, items: list.items.map((each) => listedEvidenceDocument(each, gates.get(each.gate)?.gate ?? null)) }
}
