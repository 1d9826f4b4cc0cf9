import { visibleText } from '#lib/model/visible-text.ts'
import { fitMiddle, visible } from './fit-text.ts'

const LONGEST = 300

/**
 * Foreign text as a code span, in which nothing is markup, a link or a mention. The fence is longer than any run of backticks in it,
 * and a pipe is escaped so that it also stands in a table cell.
 */
export function codeSpan(text: string): string {
  const shown = fitMiddle(visible(text), LONGEST)
  if (shown === '') return '(empty)'
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  // Markdown takes one space off either end, except from a span of nothing but spaces.
  const padding = /^[ `]|[ `]$/.test(shown) && shown.trim() !== '' ? ' ' : ''
  return `${fence}${padding}${shown}${padding}${fence}`.replaceAll('|', '\\|')
}

/**
 * A foreign sentence as running text, not at the beginning of a line: every mark is escaped, and nobody and nothing is mentioned or
 * linked. GitHub looks for mentions and addresses after the marks are read, so these are broken by a space without width.
 */
export function plainText(text: string): string {
  return visibleText(text, 1000)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]~|!$]/g, '\\$&')
    .replace(/@|#|:(?=\/\/)|www(?=\.)/gi, '$&&#8203;')
    .replace(/ +/g, ' ')
}

/** A collapsed part of a comment; the title is our own words. */
export function collapsed(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n</details>\n\n`
}

/** A table; the cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('')
}
