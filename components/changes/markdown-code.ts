import { visibleText } from '#components/ui/visible-segments.ts'

/** Text as a code span that stays one whatever the text holds. */
export function markdownCode(text: string): string {
  const shown = visibleText(text)
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 || shown === '' ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** The same inside a cell of a table, where a bar would end the cell. */
export function markdownCellCode(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|')
}
