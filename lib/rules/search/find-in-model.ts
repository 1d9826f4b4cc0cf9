import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { FoundDomain, FoundGate } from '#lib/model/search.ts'

export interface FoundInModel {
  readonly domains: readonly FoundDomain[]
  readonly gates: readonly FoundGate[]
}

/** Lower-cased once for each model: a large one has ten thousand gates, and a search comes with every letter. */
interface Names {
  readonly domains: readonly Named<FoundDomain>[]
  readonly gates: readonly Named<FoundGate>[]
}

interface Named<Found> {
  readonly text: string
  readonly found: Found
}

const KEPT = new WeakMap<Pick<OperatingModel, 'lanes'>, Names>()

/**
 * The domains and gates whose id, title or owner has every word of `text`, whatever its case; those that begin with it first, else in the
 * order of the model. A gate that several lanes name appears once. At most `limit` of each.
 */
export function findInModel(model: Pick<OperatingModel, 'lanes'>, text: string, limit: number): FoundInModel {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return { domains: [], gates: [] }
  const names = namesOf(model)
  return { domains: best(names.domains, words, limit), gates: best(names.gates, words, limit) }
}

function best<Found>(names: readonly Named<Found>[], words: readonly string[], limit: number): readonly Found[] {
  const hits = names.filter(({ text }) => words.every((word) => text.includes(word)))
  const [first = ''] = words
  const front = hits.filter(({ text }) => text.startsWith(first))
  return [...front, ...hits.filter((hit) => !front.includes(hit))].slice(0, limit).map(({ found }) => found)
}

function namesOf(model: Pick<OperatingModel, 'lanes'>): Names {
  const known = KEPT.get(model)
  if (known !== undefined) return known
  const gates = new Map<string, Named<FoundGate>>()
  for (const { domainId, gates: listed } of model.lanes)
    for (const { id, title, layer } of listed)
      if (!gates.has(id)) gates.set(id, { text: `${id}\n${title}`.toLowerCase(), found: { gate: id, title, layer, domain: domainId } })
  const names: Names = {
    domains: model.lanes.map(({ domainId, title, owner }) => ({
      text: `${domainId}\n${title}\n${owner ?? ''}`.toLowerCase(),
      found: { domain: domainId, title, owner },
    })),
    gates: [...gates.values()],
  }
  KEPT.set(model, names)
  return names
}
