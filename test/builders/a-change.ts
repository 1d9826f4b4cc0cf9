import type { Change } from '#lib/model/change.ts'

/** A change that modifies the given paths; no base, no profile. */
export function aChange(paths: readonly string[], given: Partial<Change> = {}): Change {
  return {
    base: null,
    head: null,
    profile: null,
    files: paths.map((path) => ({ path, change: 'modified' })),
    diagnostics: [],
    ...given,
  }
}
