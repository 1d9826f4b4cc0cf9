const MARKUP = /[`*_[\\<&]/

/** `<br>` in any of its spellings. */
export const LINE_BREAK = /<br ?\/?>/gi

/** What stands for "nothing" in a table cell. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '…',
  '...',
  'tbd',
  'tba',
  'todo',
  'none',
  'n/a',
  'na',
  '?',
  '∅',
])

/** True for an empty cell and for what people write instead of leaving it empty. */
export function isPlaceholder(text: string): boolean {
  return text.length < 8 && PLACEHOLDERS.has(text.trim().toLowerCase())
}

/** A cell as it reads: links by their text, without code, bold and italic marks, escapes resolved. `<br>` stays. */
export function plainCellText(cell: string): string {
  if (!MARKUP.test(cell)) return cell
  const text = dropEmphasis(dropLinkTargets(cell).trim())
  if (isOneCodeSpan(text)) return text.slice(1, -1).trim()
  return unescapePunctuation(dropEmphasis(text.replaceAll('`', '').replaceAll('**', ''))).trim()
}

/** True when a cell is one code span between single backticks and nothing else. */
export function isOneCodeSpan(cell: string): boolean {
  return cell.length > 2 && cell.startsWith('`') && cell.indexOf('`', 1) === cell.length - 1
}

/** Markdown and wiki links replaced by their text: `[text](target)`, `[text][label]`, `[[target|text]]`, `[[target]]`. */
export function dropLinkTargets(text: string): string {
  if (!text.includes('[')) return text
  return text
    .replace(/\[\[([^[\]|]*)\|([^[\]|]*)\]\]/g, '$2')
    .replace(/\[\[([^[\]|]*)\]\]/g, '$1')
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
}

/** Text without a pair of bold or italic marks around the whole of it. */
export function dropEmphasis(text: string): string {
  for (const mark of ['**', '__', '*', '_']) {
    if (text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark)) {
      return text.slice(mark.length, -mark.length).trim()
    }
  }
  return text
}

/** Markdown's backslash escapes resolved: `\_` is `_`. */
export function unescapePunctuation(text: string): string {
  return text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text
}
