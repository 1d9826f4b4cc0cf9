import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { TimelineEvent, TimelineKind } from '#lib/model/timeline.ts'
import { pageOfTimeline } from '#lib/store/timeline.ts'
import { loadCurrentModel } from './current-model.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'
import { unknownDomain } from './unknown-domain.ts'

/** What was recorded of a domain and of the gates of its own, newest first; of one kind, or of all with null. */
export async function domainTimeline(
  asked: ListAsked & { readonly domain: string; readonly kind: TimelineKind | null },
): Promise<List<TimelineEvent> | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { lanes } = current.compiled.model
  const { domain, kind } = asked
  const own = lanes.filter(({ domainId }) => domainId === domain)
  if (own.length === 0) return unknownDomain(current.compiled.model, domain)
  const gates = [...new Set(own.flatMap((lane) => lane.gates.filter((gate) => gate.domain === domain).map(({ id }) => id)))]
  return listPage(asked, (session, { id }, page) => pageOfTimeline(session, id, { domain, gates }, kind, page))
}
