import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ExtractionPacket } from '#lib/model/extraction-packet.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Reason } from '#lib/model/reason.ts'
import type { Overlay, Status } from '#lib/model/status.ts'

/** A gate as an item looks at it: judged as one that is needed, whatever a change was routed to. */
export interface ShownGate {
  readonly gate: Gate
  readonly judged: JudgedGate
  /** The passes on this content for today's gate that count, oldest first. */
  readonly passes: readonly Evidence[]
}

/** Everything that the eight items look at. */
export interface ItemFacts {
  readonly model: OperatingModel
  readonly domain: string
  /** The domain's lane; more than one only in a model with an error, none for a domain that nobody declares. */
  readonly lanes: readonly DomainLane[]
  readonly packet: ExtractionPacket | null
  /** Paths of the tracked files; null when they are not known. */
  readonly documents: ReadonlySet<string> | null
  /** Who answers for the domain. */
  readonly actors: readonly string[]
  readonly now: Date
  gateOf(id: string): ShownGate | null
}

/** One thing an item demands, and what became of it. */
export interface ItemPart {
  readonly status: Status
  readonly reasons: readonly Reason[]
  readonly overlays: readonly Overlay[]
  /** Ids of the evidence it rests on. */
  readonly evidence: readonly string[]
}

/** Judges one item: every thing it demands, as a part of its own. An item without a part is missing. */
export type JudgeItem = (facts: ItemFacts) => readonly ItemPart[]
