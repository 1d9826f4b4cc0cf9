import { describe, expect, it } from 'vitest'
import { findCodeSpans } from './code-spans.ts'

describe('CommonMark: a run of backticks closes at the next run of the same length', () => {
  it.each([
    ['`a`', ['a'], ' ', false],
    ['x `a`, `b c` y', ['a', 'b c'], 'x  ,   y', false],
    ['``a`b``', ['a`b'], ' ', false],
    ['` a `', ['a'], ' ', false],
    ['`a', [], '`a', true],
    ['`a` `b', ['a'], '  `b', true],
    ['``a` b', [], '``a` b', true],
    ['none', [], 'none', false],
  ])('%s', (cell, texts, around, unclosed) => {
    const found = findCodeSpans(cell)
    expect(found.spans.map(({ text }) => text)).toEqual(texts)
    expect(found).toMatchObject({ around, unclosed })
    for (const { text, offset } of found.spans) expect(cell.slice(offset, offset + text.length)).toBe(text)
  })

  it('takes a cell of nothing but runs in one pass', () => {
    const cell = Array.from({ length: 500 }, (_, length) => '`'.repeat(length)).join(' ')
    const started = performance.now()
    expect(findCodeSpans(cell).spans).toEqual([])
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
