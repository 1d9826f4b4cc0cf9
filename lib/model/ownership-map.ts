import type { MapKind } from './map-kind.ts'
import type { PathPattern } from './path-pattern.ts'

/** The headers a path column may have, in lower case (`Paths` and `Source path` read as `path`). */
export const PATH_COLUMNS = ['path', 'package', 'handler', 'migration', 'spec', 'binary path', 'surface path'] as const

export type PathColumn = (typeof PATH_COLUMNS)[number]

/** One pattern of a row and the column it stands in: a specification is a contract, a migration is schema. */
export interface OwnedPath {
  readonly column: PathColumn
  readonly pattern: PathPattern
}

/** One row of an ownership map: these paths belong to this domain, because this file says so in this line. */
export interface OwnershipRow {
  readonly kind: MapKind
  readonly file: string
  readonly line: number
  readonly domain: string
  readonly owner: string | null
  readonly reviewers: readonly string[]
  /** Domain ids that consume what the row owns (column `Consumers`). */
  readonly consumers: readonly string[]
  readonly paths: readonly OwnedPath[]
  /** Every other cell of the row by its header as written; nothing is thrown away. */
  readonly cells: Readonly<Record<string, string>>
}

/**
 * An ownership map as far as it could be read. `faulty` means that at least one error was found: what it does not say
 * cannot be trusted, so every path counts as one the map might have owned.
 */
export interface OwnershipMap {
  readonly kind: MapKind
  readonly file: string
  readonly state: 'read' | 'absent' | 'faulty'
  readonly rows: readonly OwnershipRow[]
}
