import { codePointName, findUnprintable, visibleText } from '#lib/model/visible-text.ts'

/**
 * Why a text cannot be an id, and what to write instead. Characters that an id cannot have are named by code point when they are
 * not plain ASCII, because they often look like ones it can have.
 */
export function explainIdentifierFault(text: string): { readonly message: string; readonly hint: string } {
  const offending = [...new Set(text.match(/[^a-z0-9._-]/gu))]
  const shown = `\`${visibleText(text, 64)}\``
  if (offending.length > 0) {
    const named = offending.slice(0, 5).map(nameCharacter).join(', ')
    const more = offending.length > 5 ? ` and ${offending.length - 5} more` : ''
    return { message: `${shown} cannot be an id: it holds ${named}${more}.`, hint: suggestIdentifier(text) }
  }
  if (text.length > 63)
    return { message: `${shown} cannot be an id: it has ${text.length} characters, and 63 is the most.`, hint: 'Shorten it.' }
  return { message: `${shown} cannot be an id: it begins with \`${text[0] ?? ''}\`.`, hint: 'Begin it with a letter a-z or a digit.' }
}

function nameCharacter(character: string): string {
  if (character === ' ') return 'a space'
  if (/[!-~]/.test(character)) return `\`${character}\``
  const name = codePointName(character)
  return findUnprintable(character) >= 0 || character.trim() === '' ? name : `\`${character}\` (${name})`
}

function suggestIdentifier(text: string): string {
  const rule = 'Ids have lower-case letters a-z, digits, `.`, `_` and `-`, and begin with a letter or digit'
  const suggested = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '')
  const isPlainAscii = /^[ -~]*$/.test(text)
  return isPlainAscii && suggested !== '' && suggested.length < 64 ? `${rule}: write \`${suggested}\`.` : `${rule}: type it again.`
}
