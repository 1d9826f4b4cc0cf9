import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortenMiddle, visibleSegments, visibleText } from './visible-segments.ts'

describe('hostile text is shown readable and harmless', () => {
  it('writes out what acts on the text around it', () => {
    expect(visibleText('a\nb\tc')).toBe('a\\nb\\tc')
    expect(visibleText('\u001b[31mred\u001b[0m')).toBe('\\e[31mred\\e[0m')
    expect(visibleText('invoice\u202Efdp.exe')).toBe('invoice\\u{202e}fdp.exe')
  })

  it('writes out what cannot be seen', () => {
    expect(visibleText('a\u200bb\u00a0c\ufeff')).toBe('a\\u{200b}b\\u{a0}c\\u{feff}')
    expect(visibleText('half \ud800 pair')).toBe('half \\u{d800} pair')
  })

  it('leaves every other script, mark and emoji as it is', () => {
    for (const text of ['naïve.ts', 'пакет/файл.go', 'パス/ファイル', 'نص', '🚀.md', '<img src=x onerror=alert(1)>', '']) {
      expect(visibleSegments(text)).toEqual([{ text, escaped: false }])
    }
  })

  it('never lets a control or formatting character through, and marks only what it wrote out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const segment of visibleSegments(text)) {
          expect(segment.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
          if (segment.escaped) expect(segment.text).toMatch(/^\\(?:[nrt0e]|u\{[0-9a-f]+\})$/)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a path of ten thousand characters keeps the page in shape', () => {
  it('keeps both ends and says that something is between', () => {
    const path = `${'deep/'.repeat(2000)}ledger.ts`
    const short = shortenMiddle(path, 60)
    expect(short).toHaveLength(60)
    expect(short).toMatch(/^deep\/.*….*ledger\.ts$/)
  })

  it('leaves a short one whole', () => {
    expect(shortenMiddle('cmd/x.go', 60)).toBe('cmd/x.go')
  })

  it('never cuts a character in half', () => {
    expect(visibleText(shortenMiddle('🚀'.repeat(40), 20))).not.toContain('\\u{d')
  })
})
