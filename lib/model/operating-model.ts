import type { Diagnostic } from './diagnostic.ts'
import type { DomainLane } from './domain-lane.ts'
import type { ExtractionPacket } from './extraction-packet.ts'
import type { GuardAllowedDebt, GuardBaselineEntry } from './guard.ts'
import type { OwnershipMap } from './ownership-map.ts'
import type { ReleaseProfile } from './release-profile.ts'
import type { RoutingRules } from './routing-rules.ts'

/** Where the files of the operating model lie in a governed repository; all relative to its root. */
export interface ModelLocations {
  readonly ownershipMaps: string
  readonly guardBaseline: string
  readonly guardAllowedDebt: string
  readonly extractionPackets: string
  readonly domainLanes: string
  readonly releaseProfiles: string
  readonly routingRules: string
}

/** The file that may move any of the others. */
export const SETTINGS_FILE = 'lanekeeper.yaml'

/** Everything a repository declares, read from its files. Reading never fails: what could not be read is a diagnostic. */
export interface OperatingModel {
  readonly repository: string
  /** `sha256:…` over the path and content of every file the model was read from. */
  readonly digest: string
  readonly locations: ModelLocations
  /** The six maps, in the order of `MAP_KINDS`. */
  readonly maps: readonly OwnershipMap[]
  readonly lanes: readonly DomainLane[]
  readonly profiles: readonly ReleaseProfile[]
  readonly packets: readonly ExtractionPacket[]
  readonly guardBaseline: readonly GuardBaselineEntry[]
  readonly guardAllowedDebt: readonly GuardAllowedDebt[]
  readonly routingRules: RoutingRules
  /** The files the model was read from, sorted. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
