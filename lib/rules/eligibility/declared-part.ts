import type { Place } from '#lib/model/place.ts'
import type { Status } from '#lib/model/status.ts'
import type { ItemFacts, ItemPart } from './item-facts.ts'

interface Said {
  readonly code: string
  /** What was expected and what was found. */
  readonly text: string
  /** The line that says so; the packet's when it is not given. */
  readonly place?: Place | undefined
  /** What to do about it; a part that passed needs nothing. */
  readonly todo?: string
}

/** A part that the repository's own files decide. Whoever changes them has them checked by `lanekeeper lint`. */
export function declaredPart(facts: ItemFacts, status: Status, { code, text, place, todo }: Said): ItemPart {
  const { file, line } = place ?? facts.packet ?? { file: facts.model.locations.extractionPackets, line: 1 }
  const refs = [`file:${file}:${line}`]
  const next = todo === undefined ? null : { label: todo, command: 'lanekeeper lint' }
  return { status, reasons: [{ code, text, refs, actors: facts.actors, next }], overlays: [], evidence: [] }
}

/** The domain has no extraction packet, so nothing that a packet says can hold. */
export function missingPacket(facts: ItemFacts): readonly ItemPart[] {
  const file = facts.model.locations.extractionPackets
  const text = `An extraction packet of ${facts.domain} was expected in ${file}, and there is none.`
  return [declaredPart(facts, 'missing', { code: 'packet.missing', text, todo: `Write the packet of ${facts.domain}` })]
}
