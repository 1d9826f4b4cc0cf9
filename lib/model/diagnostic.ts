/**
 * Every code a diagnostic can carry; each is explained in `docs/diagnostics.md`.
 * An error means that something could not be read and broad gates follow; a warning means that it could, and may surprise.
 */
export const DIAGNOSTIC_CODES = [
  // any text
  'file-absent',
  'file-too-large',
  'not-utf8',
  'nul-character',
  'too-many-faults',
  // YAML
  'yaml-syntax',
  'yaml-alias',
  'yaml-too-deep',
  'yaml-shape',
  'unknown-key',
  'invalid-value',
  'empty-requirement',
  'invalid-id',
  'duplicate-id',
  'id-look-alike',
  // ownership maps
  'map-empty',
  'table-malformed',
  'table-not-counted',
  'code-fence-unclosed',
  'comment-unclosed',
  'row-ragged',
  'cell-empty',
  'cell-too-long',
  'cell-unclear',
  'domain-invalid',
  'too-many-rows',
  // patterns
  'pattern-empty',
  'pattern-negated',
  'pattern-absolute',
  'pattern-parent',
  'pattern-dot-slash',
  'pattern-empty-segment',
  'pattern-brace-unclosed',
  'pattern-brace-single',
  'pattern-too-many-alternatives',
  'pattern-too-long',
  'pattern-control-character',
  'pattern-needs-folder',
  // lanes and gates
  'no-lanes',
  'gate-conflict',
  'gate-unknown',
  // guards
  'tsv-header',
  'tsv-row',
  // the model held against itself
  'ownership-conflict',
  'lane-path-not-owned',
  'domain-without-lane',
  'domain-unknown',
  'profile-unknown',
  'document-absent',
  // a change
  'change-empty',
  'change-unreadable',
  'path-outside',
  'path-not-utf8',
  'model-from-head',
  'profile-not-validation-only',
] as const

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]

export type Severity = 'error' | 'warning'

/** Something about the input that a person must know: where it stands, what is wrong, what to do. Lines and columns count from 1. */
export interface Diagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly hint: string
}

/** Sorts diagnostics by file, line, column, then code, so that the same input gives the same bytes. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
