import { type CandidateNames, contentIdOf } from '#lib/model/content.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'
import { judgeSkip } from '#lib/rules/evidence/judge-skip.ts'
import { goneGate } from '#lib/rules/release/gone-gate.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { pageOfSkips } from '#lib/store/skips.ts'
import { loadCurrentModel } from './current-model.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'
import { namesOfSkips, ownNames } from './names-of-skips.ts'
import { skipDocument } from './skip-document.ts'

export type SkipDocument = ReturnType<typeof skipDocument>

export interface SkipsAsked extends ListAsked {
  /** Those of these gates, or of all with null. */
  readonly gates: readonly string[] | null
}

/** The register of declared skips, newest first, accepted and refused, each judged again at this moment. */
export async function listSkips(asked: SkipsAsked): Promise<List<SkipDocument> | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  return listPage(asked, async (session, { id }, page) => {
    const { items, next } = await pageOfSkips(session, id, { gates: asked.gates }, page)
    const now = await databaseMoment(session)
    const names = await namesOfSkips(session, id, items)
    return {
      items: items.map((skip) => judgeAgain(model, skip, names.get(contentIdOf(skip.content)) ?? ownNames(skip.content), now)),
      next,
    }
  })
}

function judgeAgain(model: OperatingModel, skip: SkipWithProof, names: CandidateNames, now: Date): SkipDocument {
  const index = indexModel(model)
  const { gate, definition } = index.gates.get(skip.gate) ?? goneGate(skip.gate)
  const profile = index.profiles.get(skip.profile) ?? null
  return skipDocument(skip, judgeSkip(skip, { gate, definition, profile, names }, now), gate.domain)
}
