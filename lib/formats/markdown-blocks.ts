import MarkdownIt from 'markdown-it'

/** A table, by its lines; `rows` leaves out the header and the delimiter row. `end` is the first line after it. */
export interface TableBlock {
  readonly kind: 'table'
  readonly line: number
  readonly end: number
  /** True inside a quote or list, where lines begin with its marks. */
  readonly nested: boolean
  readonly rows: readonly number[]
}

/** A paragraph or heading. */
export interface TextBlock {
  readonly kind: 'text'
  readonly line: number
  readonly lines: readonly string[]
}

/** Text in which no table counts. `closed` is false when the file ends (or its quote or list does) before the block was closed. */
export interface HiddenBlock {
  readonly kind: 'fence' | 'comment' | 'html' | 'code'
  readonly line: number
  readonly lines: readonly string[]
  readonly closed: boolean
}

/** Quotes and lists inside each other beyond what is read. */
export interface DeepBlock {
  readonly kind: 'too-deep'
  readonly line: number
  readonly end: number
}

export type MarkdownBlock = TableBlock | TextBlock | HiddenBlock | DeepBlock

const DEEPEST_NESTING = 20

const markdown = new MarkdownIt('zero', { html: true, maxNesting: DEEPEST_NESTING })

markdown.block.ruler.enableOnly(['table', 'code', 'fence', 'blockquote', 'hr', 'list', 'html_block', 'heading', 'lheading', 'paragraph'])

type Token = Parameters<typeof markdown.block.parse>[3][number]

const CELL_TOKENS: ReadonlySet<string> = new Set(['th_open', 'th_close', 'td_open', 'td_close'])

/** The library's tokens but for those of table cells, which are most of a map and are read from the lines instead. */
function parseBlocks(text: string): Token[] {
  const tokens: Token[] = []
  const state = new markdown.block.State(text, markdown, {}, tokens)
  const push = state.push.bind(state)
  const unused = new state.Token('', '', 0)
  let inCell = false
  state.push = (type, tag, nesting) => {
    if (CELL_TOKENS.has(type)) {
      inCell = nesting > 0
      return unused
    }
    return inCell ? unused : push(type, tag, nesting)
  }
  markdown.block.tokenize(state, state.line, state.lineMax)
  return tokens
}

/** The blocks of a Markdown text (GitHub-flavoured, line ends `\n`) in their order. Lines count from 1; what stands inside a line is not read. */
export function findMarkdownBlocks(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let rows: number[] | null = null
  let head = false
  for (const token of parseBlocks(text)) {
    const { type, map } = token
    if (rows !== null) {
      if (type === 'tr_open' && !head && map !== null) rows.push(map[0] + 1)
      else if (type === 'thead_open') head = true
      else if (type === 'thead_close') head = false
      else if (type === 'table_close') rows = null
      continue
    }
    if (map === null) continue
    const line = map[0] + 1
    if (type === 'table_open') {
      rows = []
      blocks.push({ kind: 'table', line, end: map[1] + 1, nested: token.level > 0, rows })
    } else if (type === 'inline') {
      blocks.push({ kind: 'text', line, lines: token.content.split('\n') })
    } else if (type === 'fence') {
      blocks.push({ kind: 'fence', line, lines: token.content.split('\n'), closed: isFenceClosed(token.content, map) })
    } else if (type === 'code_block') {
      blocks.push({ kind: 'code', line, lines: token.content.split('\n'), closed: true })
    } else if (type === 'html_block') {
      const kind = token.content.trimStart().startsWith('<!--') ? 'comment' : 'html'
      blocks.push({ kind, line, lines: token.content.split('\n'), closed: isHtmlClosed(token.content) })
    } else if ((type === 'blockquote_open' || type === 'list_item_open') && token.level + 1 >= DEEPEST_NESTING) {
      blocks.push({ kind: 'too-deep', line, end: map[1] + 1 })
    }
  }
  return blocks
}

/** A closed fence spans its content and two more lines, an unclosed one only the opening line more. */
function isFenceClosed(content: string, map: readonly [number, number]): boolean {
  const breaks = content.split('\n').length - 1
  const contentLines = content === '' || content.endsWith('\n') ? breaks : breaks + 1
  return map[1] - map[0] === contentLines + 2
}

/** The HTML blocks of CommonMark that only their own end closes; all others end at a blank line and need no closing. */
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:script|pre|style|textarea)(?=\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
]

function isHtmlClosed(content: string): boolean {
  const text = content.trimStart()
  const ends = HTML_ENDS.find(([start]) => start.test(text))
  return ends === undefined || ends[1].test(text)
}
