import type { ChangeClass } from './change-class.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { FileOwner } from './gate-plan.ts'
import type { MapKind } from './map-kind.ts'

/** A lane path that claims a file. A claim brings the lane's gates, but does not make an owner. */
export interface LaneClaim {
  readonly domain: string
  readonly file: string
  readonly line: number
  readonly pattern: string
}

/** Who owns one path, by which map row, and what changing it would mean. */
export interface PathOwnership {
  readonly path: string
  readonly owners: readonly FileOwner[]
  readonly domains: readonly string[]
  readonly classes: readonly ChangeClass[]
  readonly claims: readonly LaneClaim[]
}

/** A file that rows of equal rank in one map give to different domains; all of them apply. */
export interface OwnershipConflict {
  readonly path: string
  readonly map: MapKind
  readonly owners: readonly FileOwner[]
}

export interface MapCoverage {
  readonly map: MapKind
  readonly file: string
  readonly state: 'read' | 'absent' | 'faulty'
  readonly rows: number
  /** Tracked files that the map gives an owner. */
  readonly files: number
  /** Rows that own no tracked file, by line. */
  readonly deadRows: readonly { readonly line: number; readonly domain: string; readonly patterns: readonly string[] }[]
}

/** How much of a repository's tracked files the six maps own, and what they leave out. */
export interface OwnershipCoverage {
  readonly repository: string
  readonly modelDigest: string
  /** Number of tracked files; 0 when the model was stored without a list of them. */
  readonly files: number
  readonly owned: number
  readonly unmappedCount: number
  /** The first 1,000 unmapped paths in order; `unmappedCount` counts them all. */
  readonly unmapped: readonly string[]
  /** Unmapped files by their first folder, most first; `.` is the root. */
  readonly unmappedFolders: readonly { readonly folder: string; readonly files: number }[]
  readonly maps: readonly MapCoverage[]
  readonly domains: readonly { readonly domain: string; readonly files: number }[]
  /** The first 200 conflicts in order of path; `conflictCount` counts them all. */
  readonly conflicts: readonly OwnershipConflict[]
  readonly conflictCount: number
  readonly diagnostics: readonly Diagnostic[]
}
