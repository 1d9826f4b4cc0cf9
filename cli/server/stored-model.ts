import { DIAGNOSTIC_CODES, type Diagnostic } from '#lib/model/diagnostic.ts'

/** What the server says about a model it has stored. */
export interface StoredModel {
  readonly repository: string
  readonly modelDigest: string
  readonly replayed: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the server's answer; a part that is not as expected is left out rather than believed. */
export function readStoredModel(answer: unknown): StoredModel {
  const { repository, modelDigest, replayed, diagnostics } = Object(answer) as Record<string, unknown>
  return {
    repository: String(repository ?? ''),
    modelDigest: String(modelDigest ?? ''),
    replayed: replayed === true,
    diagnostics: Array.isArray(diagnostics) ? diagnostics.filter(isDiagnostic) : [],
  }
}

function isDiagnostic(value: unknown): value is Diagnostic {
  const { file, line, column, code, severity, message, hint } = Object(value) as Record<string, unknown>
  const texts = [file, code, severity, message, hint].every((each) => typeof each === 'string')
  return texts && typeof line === 'number' && typeof column === 'number' && DIAGNOSTIC_CODES.some((known) => known === code)
}
