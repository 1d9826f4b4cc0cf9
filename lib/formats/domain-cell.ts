import { isIdentifier } from '#lib/model/identifier.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import { isPlaceholder, plainCellText } from './cell-text.ts'
import { explainIdentifierFault } from './identifier-fault.ts'

export type DomainCell =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly message: string; readonly hint: string }

const SEPARATOR = /[,;+&]|<br ?\/?>| and | \/ /i

/** The one domain id of a Domain cell, written plain, in backticks, bold or as a link. */
export function readDomainCell(cell: string): DomainCell {
  if (isPlaceholder(cell)) return { kind: 'empty' }
  if (isIdentifier(cell)) return { kind: 'domain', domain: cell }
  const text = plainCellText(cell)
  if (isPlaceholder(text)) return { kind: 'empty' }
  if (isIdentifier(text)) return { kind: 'domain', domain: text }
  const names = text.length <= 1024 ? text.split(SEPARATOR).map((name) => name.trim()) : [text]
  if (names.length > 1 && names.every((name) => isIdentifier(name))) {
    return {
      kind: 'invalid',
      message: `The Domain cell names ${names.length} domains: \`${visibleText(text)}\`.`,
      hint: 'Write one row per domain, each with its own paths.',
    }
  }
  return { kind: 'invalid', ...explainIdentifierFault(text) }
}
