import type { ChangedFile } from './change.ts'
import type { ChangeClass } from './change-class.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { GateLayer } from './gate-layer.ts'
import type { MapKind } from './map-kind.ts'
import type { Place } from './place.ts'
import type { ReviewDomain } from './review-domain.ts'

/** An owner of a file and the map row that says so. */
export interface FileOwner {
  readonly map: MapKind
  readonly file: string
  readonly line: number
  readonly pattern: string
  readonly domain: string
}

export interface PlannedFile extends ChangedFile {
  readonly domains: readonly string[]
  readonly owners: readonly FileOwner[]
  readonly classes: readonly ChangeClass[]
}

/** One chain that brought a gate: changed file → map row → rule → the lane line that declares the gate. */
export interface GateReason {
  /** `route.` and the rule's name; stable. */
  readonly code: string
  readonly text: string
  /** The changed file, or null when every change brings the gate. */
  readonly file: string | null
  /** The map row that gives the file its owner, or null when no row does. */
  readonly map: Place | null
  /** The routing rule. */
  readonly rule: string
  /** The line that declares or names the gate, or null for a gate that routing itself knows. */
  readonly declared: Place | null
}

export interface PlannedGate {
  readonly id: string
  readonly layer: GateLayer
  readonly domain: string | null
  readonly title: string
  readonly run: string | null
  readonly reasons: readonly GateReason[]
}

export interface GateNotRequired {
  readonly id: string
  readonly because: string
}

export interface PlannedReview {
  readonly domain: ReviewDomain
  readonly because: string
  readonly files: readonly string[]
}

/** What the plan would be under the model that the change itself proposes; shown, never used to judge the change. */
export interface ProposedModel {
  readonly modelDigest: string
  readonly gatesAdded: readonly string[]
  readonly gatesRemoved: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The gates a change must pass, with every reason. The same input gives the same value, in the same order. */
export interface GatePlan {
  readonly version: 1
  readonly repository: string
  readonly modelDigest: string
  readonly base: string | null
  readonly head: string | null
  readonly profile: string | null
  readonly files: readonly PlannedFile[]
  readonly classes: readonly ChangeClass[]
  readonly domains: readonly string[]
  /** Changed paths that no map gives an owner, or whose owner cannot be known because a map is faulty. */
  readonly unmapped: readonly string[]
  readonly gates: readonly PlannedGate[]
  readonly notRequired: readonly GateNotRequired[]
  readonly reviews: readonly PlannedReview[]
  readonly diagnostics: readonly Diagnostic[]
  /** Present when the change touches the operating model itself. */
  readonly proposed?: ProposedModel
}
