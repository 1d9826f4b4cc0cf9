/**
 * A path pattern of a map or lane, with its braces spread.
 *
 * In an alternative `*` is any run without `/`, `**` any run with `/`, `?` one character but `/`, and every other
 * character is literal. An alternative without wildcards means that path and everything beneath it.
 */
export interface PathPattern {
  /** As written. */
  readonly text: string
  /** One or more brace-free patterns, in the order they are written; no leading `/`, no trailing `/`. */
  readonly alternatives: readonly string[]
}
