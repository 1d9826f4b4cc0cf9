import { CST, Lexer } from 'yaml'
import type { DiagnosticCode } from '#lib/model/diagnostic.ts'
import { visibleText } from '#lib/model/visible-text.ts'

/** How deep lists and mappings may stand inside each other, and how many tokens a document may have. */
export const DEEPEST_YAML = 32
export const MOST_YAML_TOKENS = 100_000

/** Why a YAML text is not even parsed; `offset` counts UTF-16 units from 0. */
export interface YamlRefusal {
  readonly code: DiagnosticCode
  readonly offset: number
  readonly message: string
  readonly hint: string
}

const INDICATORS: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind'])

/**
 * Looks through a YAML text for what no file of ours needs and a hostile one would use: anchors, aliases, tags, several directives,
 * nesting beyond `DEEPEST_YAML`, and sheer size. Only the tokens are read, each once, so that the cost is linear whatever the text is.
 */
export function findYamlRefusal(text: string): YamlRefusal | null {
  let offset = 0
  let lineStart = 0
  let tokens = 0
  let flowDepth = 0
  let directives = 0
  let atLineStart = true
  let isContent = false
  /** The columns at which the block collections around here begin. */
  const columns: number[] = []

  for (const token of new Lexer().lex(text)) {
    const type: string | null = isContent ? 'content' : CST.tokenType(token)
    isContent = type === 'scalar'
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue
    if (++tokens > MOST_YAML_TOKENS) return tooLarge(offset)

    if (type === 'anchor' || type === 'alias' || type === 'tag') return notPlain(type, token, offset)
    if (type === 'directive-line' && ++directives > 1) return manyDirectives(offset)
    if (type === 'flow-seq-start' || type === 'flow-map-start') flowDepth++
    if (type === 'flow-seq-end' || type === 'flow-map-end') flowDepth--
    const isIndicator = INDICATORS.has(type ?? '')
    if (flowDepth <= 0 && type !== 'space' && type !== 'newline' && type !== 'comment' && (atLineStart || isIndicator)) {
      const column = offset - lineStart
      while (columns.length > 0 && (columns.at(-1) ?? 0) > column) columns.pop()
      if (atLineStart && columns.at(-1) !== column) columns.push(column)
      atLineStart = isIndicator && atLineStart
    }
    if (columns.length + Math.max(0, flowDepth) > DEEPEST_YAML) return tooDeep(offset)
    if (type === 'newline' || type === 'content') {
      const lastBreak = token.lastIndexOf('\n')
      if (lastBreak >= 0) {
        lineStart = offset + lastBreak + 1
        atLineStart = true
      }
    }
    offset += token.length
  }
  return null
}

function tooLarge(offset: number): YamlRefusal {
  const message = `The document has more than ${MOST_YAML_TOKENS} parts.`
  return { code: 'file-too-large', offset, message, hint: 'Nothing of it was read. Split it into several files.' }
}

function tooDeep(offset: number): YamlRefusal {
  const message = `Lists and mappings stand more than ${DEEPEST_YAML} deep inside each other here.`
  return { code: 'yaml-too-deep', offset, message, hint: 'Nothing of the file was read. No key of ours needs more than 5.' }
}

function manyDirectives(offset: number): YamlRefusal {
  const message = 'The document has several `%` directives.'
  return { code: 'yaml-syntax', offset, message, hint: 'Remove them; none is needed.' }
}

function notPlain(type: 'anchor' | 'alias' | 'tag', token: string, offset: number): YamlRefusal {
  const what = { anchor: 'an anchor (`&`)', alias: 'an alias (`*`)', tag: 'a tag (`!`)' }[type]
  const hint =
    type === 'anchor'
      ? 'Write the value out where it is used. Text that begins with `&` must be quoted.'
      : `Write the value out. A pattern or text that begins so must be quoted: \`'${visibleText(token, 60)}'\`.`
  return { code: 'yaml-alias', offset, message: `The value is ${what}, which is not read.`, hint }
}
