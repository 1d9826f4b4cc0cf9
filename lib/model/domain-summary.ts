import type { DomainKind } from './domain-kind.ts'
import type { DeclaredList, ExtractionRecommendation, GuardMode } from './extraction-packet.ts'
import type { GateLayer } from './gate-layer.ts'
import type { Place } from './place.ts'

/** A domain in one line: what its lane says, and how many gates it declares in each layer. */
export interface DomainSummary {
  readonly domain: string
  readonly title: string
  readonly group: string | null
  readonly kind: DomainKind
  readonly owner: string | null
  /** Null when the lane does not say, which is not the same as none. */
  readonly dependsOn: readonly string[] | null
  /** Domains that say they consume its contracts, and those its smokes are for; sorted. */
  readonly consumers: readonly string[]
  readonly gates: Readonly<Record<GateLayer, number>>
}

/** What a domain has decided and prepared for independent promotion, as its packet says. */
export interface PacketSummary extends Place {
  readonly fairwayTask: string | null
  readonly recommendation: ExtractionRecommendation | null
  readonly decidedOn: string | null
  readonly crossProcessCallers: DeclaredList | null
  readonly supportedConsumers: DeclaredList | null
  readonly releaseProfile: string | null
  readonly rollbackCommand: string | null
  readonly statusComponent: string | null
  readonly guardMode: GuardMode | null
}

export interface DomainDetail extends DomainSummary {
  /** Where the lane is declared. */
  readonly lane: Place
  readonly paths: readonly { readonly pattern: string; readonly line: number }[]
  readonly packet: PacketSummary | null
}
