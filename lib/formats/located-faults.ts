import type { Diagnostic, DiagnosticCode, Severity } from '#lib/model/diagnostic.ts'

/** The most diagnostics that one file gives; a hostile file could otherwise hold millions. */
export const MOST_DIAGNOSTICS = 1000

/** Where in a file something stands; both count from 1, and a column that is not known is 1. */
export interface Spot {
  readonly line: number
  readonly column?: number
}

/** Gathers what is wrong with one file, all of it, so that it is reported at once. */
export interface LocatedFaults {
  readonly file: string
  error(code: DiagnosticCode, spot: Spot, message: string, hint: string): void
  warning(code: DiagnosticCode, spot: Spot, message: string, hint: string): void
  hasError(): boolean
  /** Everything that was found, in the order it was found; past `MOST_DIAGNOSTICS` one last diagnostic counts the rest. */
  diagnostics(): readonly Diagnostic[]
}

/** An empty list of faults for `file`. */
export function collectFaults(file: string): LocatedFaults {
  const found: Diagnostic[] = []
  let errors = 0
  let left = 0
  let errorsLeft = 0

  function add(severity: Severity, code: DiagnosticCode, spot: Spot, message: string, hint: string): void {
    if (severity === 'error') errors++
    if (found.length < MOST_DIAGNOSTICS) {
      found.push({ file, line: Math.max(1, spot.line), column: Math.max(1, spot.column ?? 1), code, severity, message, hint })
      return
    }
    left++
    if (severity === 'error') errorsLeft++
  }

  return {
    file,
    error: (code, spot, message, hint) => add('error', code, spot, message, hint),
    warning: (code, spot, message, hint) => add('warning', code, spot, message, hint),
    hasError: () => errors > 0,
    diagnostics: () => (left === 0 ? found : [...found, theRest(file, found.at(-1)?.line ?? 1, left, errorsLeft)]),
  }
}

function theRest(file: string, line: number, left: number, errors: number): Diagnostic {
  return {
    file,
    line,
    column: 1,
    code: 'too-many-faults',
    severity: errors > 0 ? 'error' : 'warning',
    message: `The file has ${left} more faults, ${errors} of them errors, which are not listed.`,
    hint: 'Correct the ones above and run `lanekeeper lint` again.',
  }
}
