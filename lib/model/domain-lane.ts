import type { DomainKind } from './domain-kind.ts'
import type { Gate } from './gate.ts'
import type { PathPattern } from './path-pattern.ts'

/** A path that a lane claims, and the line it stands in. A claim is not ownership: only the maps own. */
export interface LanePath {
  readonly pattern: PathPattern
  readonly line: number
}

/** A domain's lane: what it claims and the gates of the four layers it declares (operating model, "Domain Lane Shape"). */
export interface DomainLane {
  readonly domainId: string
  readonly file: string
  readonly line: number
  readonly title: string
  readonly group: string | null
  readonly kind: DomainKind
  readonly owner: string | null
  /** Domain ids whose contracts it consumes; null when the lane does not say, which is not the same as none. */
  readonly dependsOn: readonly string[] | null
  readonly sourcePaths: readonly LanePath[]
  /** The gates of all four layers, in the order they are written; the global ones have no domain. */
  readonly gates: readonly Gate[]
}
