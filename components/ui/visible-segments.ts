/** A run of text that can be shown as it is, or the written form of one character that cannot. */
export interface TextSegment {
  readonly text: string
  readonly escaped: boolean
}

/**
 * Controls, bidi and zero-width formatting, line and paragraph separators, surrogates without their partner, and every
 * space but the plain one: all that a reader cannot see, or that changes how the text around it is shown.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}/gu

const SHORT_FORMS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0', '\u001b': '\\e' }

/**
 * Splits text so that nothing in it acts and nothing in it hides: a newline is `\n`, an escape `\e`, a right-to-left
 * override `\u{202e}`. Joined, the segments are the whole text; text without such characters is one segment.
 */
export function visibleSegments(text: string): readonly TextSegment[] {
  const segments: TextSegment[] = []
  let shown = 0
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > shown) segments.push({ text: text.slice(shown, match.index), escaped: false })
    segments.push({ text: writtenForm(match[0]), escaped: true })
    shown = match.index + match[0].length
  }
  if (shown < text.length || segments.length === 0) segments.push({ text: text.slice(shown), escaped: false })
  return segments
}

/** The same as one string, for titles, labels and what is copied. */
export function visibleText(text: string): string {
  return visibleSegments(text)
    .map((segment) => segment.text)
    .join('')
}

/** Keeps the beginning and, more of it, the end: the name of a file tells more than the root of its path. */
export function shortenMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = Math.floor((limit - 1) * 0.4)
  const tail = limit - 1 - head
  return `${text.slice(0, head).replace(/[\ud800-\udbff]$/, '')}…${text.slice(-tail).replace(/^[\udc00-\udfff]/, '')}`
}

function writtenForm(character: string): string {
  return SHORT_FORMS[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
