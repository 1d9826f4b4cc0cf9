import { describe, expect, it } from 'vitest'
import { codePointName, findUnprintable, readableText, visibleText } from './visible-text.ts'

describe('trust D14: bidi and control characters are stripped or escaped visibly', () => {
  it('writes what cannot be seen as its code point', () => {
    expect(visibleText('a\u202eb\u0000c\u200bd\u001b[2J')).toBe('a<U+202E>b<U+0000>c<U+200B>d<U+001B>[2J')
    expect(visibleText('\ud800')).toBe('<U+D800>')
  })

  it('keeps what a text needs to be read', () => {
    for (const text of ['plain', 'größe 日本', 'می\u200cخواهم', '👩\u200d🚀']) expect(visibleText(text)).toBe(text)
  })

  it('keeps at most as many characters as asked', () => {
    expect(visibleText('x'.repeat(100), 10)).toBe(`${'x'.repeat(10)}…`)
  })

  it('finds the first such character', () => {
    expect(findUnprintable('ab\u2028c')).toBe(2)
    expect(findUnprintable('ünï\u2069')).toBe(3)
    expect(findUnprintable('plain')).toBe(-1)
    expect(codePointName('\u00a0')).toBe('U+00A0')
  })

  it('makes free text composed and one line', () => {
    expect(readableText('e\u0301\ta\r\nb')).toBe('\u00e9 a b')
    expect(readableText('a\u202eb')).toBe('a<U+202E>b')
  })
})
