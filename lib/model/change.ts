import type { Diagnostic } from './diagnostic.ts'

export const CHANGE_KINDS = ['added', 'modified', 'deleted', 'renamed', 'copied', 'type-changed'] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]

/**
 * A path that a change touches. A rename or copy is two of these, one for each path, each naming the other,
 * because both owners must know.
 */
export interface ChangedFile {
  readonly path: string
  readonly change: ChangeKind
  /** The path it came from, on the new path of a rename or copy. */
  readonly from?: string
  /** The path it went to, on the old path of a rename or copy. */
  readonly to?: string
}

/** A change to be routed. */
export interface Change {
  /** Full commit the change starts from, or null when only a list of paths is known. */
  readonly base: string | null
  readonly head: string | null
  /** Release profile the plan is for, or null. */
  readonly profile: string | null
  readonly files: readonly ChangedFile[]
  /** What went wrong while the list of files was read. Any error here brings broad gates: the list may be short. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Most files that one plan may have, over the API. */
export const MOST_CHANGED_FILES = 20_000
