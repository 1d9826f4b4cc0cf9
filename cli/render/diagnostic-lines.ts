import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { Style } from './style.ts'

/** One diagnostic as `file:line:column severity code message`, the form that editors and log readers turn into links. */
export function diagnosticLine({ file, line, column, severity, code, message }: Diagnostic): string {
  return `${visible(file)}:${line}:${column} ${severity} ${code} ${visible(message)}`
}

/** Diagnostics grouped by file, each with its hint beneath. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], style: Style): string {
  const byFile = new Map<string, Diagnostic[]>()
  for (const each of diagnostics) {
    const found = byFile.get(each.file)
    if (found === undefined) byFile.set(each.file, [each])
    else found.push(each)
  }
  return [...byFile]
    .map(([file, found]) => {
      const errors = found.filter((each) => each.severity === 'error').length
      const counts = [errors > 0 ? count(errors, 'error') : '', found.length > errors ? count(found.length - errors, 'warning') : '']
      const lines = found.map((each) => {
        const mark = each.severity === 'error' ? style.alarm : style.caution
        return `${mark(diagnosticLine(each))}\n    ${visible(each.hint)}\n`
      })
      return `${style.strong(visible(file))}  ${counts.filter((part) => part !== '').join(', ')}\n${lines.join('')}\n`
    })
    .join('')
}
