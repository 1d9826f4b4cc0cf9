import { isIdentifier } from '#lib/model/identifier.ts'
import { nearestNames } from '#lib/model/nearest-names.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Refusal } from '#lib/model/refusal.ts'

/** No lane declares the domain; the nearest that one does is named. */
export function unknownDomain(model: OperatingModel, domain: string): Refusal {
  const names = model.lanes.map((lane) => lane.domainId)
  const [nearest] = isIdentifier(domain) ? nearestNames(domain, names) : []
  const hint = nearest === undefined ? 'GET /api/v1/domains lists those that are there.' : `Did you mean ${nearest}?`
  return { refused: 'domain-unknown', detail: `No lane declares this domain. ${hint}` }
}
