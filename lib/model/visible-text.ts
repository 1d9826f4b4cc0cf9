/**
 * Characters that a reader cannot see or that change how the text around them is shown: controls, line separators, bidi controls,
 * zero-width spaces, and surrogates without their partner. Joiners (U+200C, U+200D) are left out: scripts and emoji need them.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

const PLAIN_ASCII = /^[ -~]*$/

const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE.source, 'gu')

/** The offset (in UTF-16 units) of the first character that cannot be seen, or -1. */
export function findUnprintable(text: string): number {
  return PLAIN_ASCII.test(text) ? -1 : text.search(UNPRINTABLE)
}

/** A character's code point as people write it: `U+202E`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text that is safe to quote in a sentence: what cannot be seen is written as its code point, and at most `limit` characters are kept. */
export function visibleText(text: string, limit = 80): string {
  const kept = text.length > limit ? `${text.slice(0, limit)}…` : text
  return kept.replace(EVERY_UNPRINTABLE, (character) => `<${codePointName(character)}>`)
}

/**
 * Free text as it may be shown anywhere: composed (NFC), tabs as spaces, and what cannot be seen written as its code point, so that no
 * text can pass for another (bidi overrides, zero-width characters).
 */
export function readableText(text: string): string {
  if (PLAIN_ASCII.test(text)) return text
  const composed = text.normalize('NFC')
  return UNPRINTABLE.test(composed) ? visibleText(composed.replace(/[\t\n\r]+/g, ' '), composed.length) : composed
}
