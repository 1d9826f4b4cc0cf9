import { visibleText } from '#lib/model/visible-text.ts'

/** A spreadsheet takes a value that begins like this for a formula, also after blanks. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/

/** Lines as CSV (RFC 4180). Nothing in a value acts in a spreadsheet, and nothing in it hides. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

function field(value: string): string {
  const readable = visibleText(value, Number.MAX_SAFE_INTEGER)
  const harmless = FORMULA.test(readable) ? `'${readable}` : readable
  return /[",\r\n']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
