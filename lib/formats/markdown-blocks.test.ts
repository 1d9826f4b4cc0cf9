import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { findMarkdownBlocks } from './markdown-blocks.ts'

/** The tables of a text as the library gives them when nothing is left out. */
function tablesOfLibrary(text: string): { line: number; end: number; rows: number[] }[] {
  const markdown = new MarkdownIt('default', { html: true, maxNesting: 20 })
  markdown.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes'])
  markdown.block.ruler.disable('reference')
  const tables: { line: number; end: number; rows: number[] }[] = []
  for (const { type, map } of markdown.parse(text, {})) {
    if (type === 'table_open' && map !== null) tables.push({ line: map[0] + 1, end: map[1] + 1, rows: [] })
    if (type === 'tr_open' && map !== null) tables.at(-1)?.rows.push(map[0] + 1)
  }
  return tables.map(({ rows: [, ...rows], ...table }) => ({ ...table, rows }))
}

describe('the blocks of a Markdown text', () => {
  it('come in their order, each with its line', () => {
    const text = '# Title\n\nprose\n\n| a | b |\n|-|-|\n| c | d |\n\n```\nx\n```\n\n<!-- y -->\n\n    z\n\n> | e | f |\n> |-|-|\n'
    expect(findMarkdownBlocks(text).map(({ kind, line }) => `${line} ${kind}`)).toEqual([
      '1 text',
      '3 text',
      '5 table',
      '9 fence',
      '13 comment',
      '15 code',
      '17 table',
    ])
  })

  it('tell a closed block from one that only the end of the text ends', () => {
    const closed = (text: string) => findMarkdownBlocks(text).map((block) => ('closed' in block ? block.closed : null))
    expect(['```\n```', '```\nx\n```\n', '~~~~\n~~~\n~~~~', '<!-- x -->', '<!--\n-->', '<pre>\n</pre>', '<div>\nx'].map(closed)).toEqual(
      [...Array(7)].map(() => [true]),
    )
    expect(
      ['```', '```\n', '```\nx', '```\nx\n', '````\n```', '~~~\n```', '```\n    ```', '<!-- x', '<!--\n', '<pre>'].map(closed),
    ).toEqual([...Array(10)].map(() => [false]))
  })

  it('hold the tables that the library finds, line for line', () => {
    const line = fc.constantFrom(
      '| a | b |',
      '|-|-|',
      'a | b',
      '-|-',
      '',
      '# x',
      '- y',
      '  | c | d |',
      '> | e | f |',
      '> |-|-|',
      '```',
      '<!--',
      '-->',
      '<div>',
      '    z',
      '1. x',
      '---',
      'prose',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n')
        const tables = findMarkdownBlocks(text).flatMap((block) =>
          block.kind === 'table' ? [{ line: block.line, end: block.end, rows: [...block.rows] }] : [],
        )
        expect(tables).toEqual(tablesOfLibrary(text))
      }),
      { numRuns: 2000 },
    )
  })
})
