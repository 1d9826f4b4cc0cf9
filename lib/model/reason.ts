/** Why something has the status it has, who can move it, and how. */
export interface Reason {
  /** Stable, dotted: `evidence.expired`. */
  readonly code: string
  /** One sentence: what was expected and what was found. */
  readonly text: string
  /** What it rests on: `evidence:<id>`, `skip:<id>`, `run:<id>`, `gate:<id>`, `exception:<id>`, `file:<path>:<line>`. */
  readonly refs: readonly string[]
  /** Who can move it: owners, roles. */
  readonly actors: readonly string[]
  readonly next: { readonly label: string; readonly command: string | null } | null
}
