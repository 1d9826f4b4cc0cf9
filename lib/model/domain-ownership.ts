import type { Diagnostic } from './diagnostic.ts'
import type { MapKind } from './map-kind.ts'
import type { OwnershipMap } from './ownership-map.ts'
import type { Place } from './place.ts'

/** What a domain owns and claims, and what is wrong with what says so. */
export interface DomainOwnership {
  /** The rows of the maps that give it paths. */
  readonly rows: readonly (Place & {
    readonly kind: MapKind
    readonly owner: string | null
    readonly reviewers: readonly string[]
    readonly consumers: readonly string[]
    readonly patterns: readonly string[]
  })[]
  /** The paths that its lane claims; `owned` is false where no map gives it what is claimed. */
  readonly claims: readonly (Place & { readonly pattern: string; readonly owned: boolean })[]
  readonly diagnostics: readonly Diagnostic[]
  /** Maps that are absent or could not be read whole: what they would say is not known. */
  readonly unread: readonly Pick<OwnershipMap, 'kind' | 'file' | 'state'>[]
}
