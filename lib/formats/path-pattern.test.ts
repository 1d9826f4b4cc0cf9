import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DiagnosticCode } from '#lib/model/diagnostic.ts'
import { parsePathPattern } from './path-pattern.ts'

function alternatives(text: string): readonly string[] {
  const parsed = parsePathPattern(text)
  if ('fault' in parsed) throw new Error(`${text}: ${parsed.fault.code}`)
  return parsed.pattern.alternatives
}

function notes(text: string): readonly DiagnosticCode[] {
  const parsed = parsePathPattern(text)
  return 'fault' in parsed ? [] : parsed.notes.map((note) => note.code)
}

function fault(text: string) {
  const parsed = parsePathPattern(text)
  return 'fault' in parsed ? parsed.fault : null
}

describe('contract 2.1: every character but the wildcards and braces is literal', () => {
  it.each([
    'packages/platform/billing/**',
    'doc/api/**billing**',
    'web/app/(auth)/[id]/page.tsx',
    'web/app/[...slug]/+page.svelte',
    'a b/c!d/@scope/x+y.ts',
    '.github/workflows/*.yml',
    '-x/--flag',
    'docs/ünïcode/日本.md',
    'a,b.txt',
  ])('%s is kept as it is written, without a note', (text) => {
    expect(parsePathPattern(text)).toEqual({ pattern: { text, alternatives: [text] }, notes: [] })
  })

  it('keeps a name in the bytes git has: composed and decomposed letters stay different', () => {
    expect(alternatives('docs/e\u0301.md')).not.toEqual(alternatives('docs/\u00e9.md'))
  })
})

describe('contract 2.1: `{a,b}` alternatives', () => {
  it.each([
    ['ops/{host,ci}/x', ['ops/host/x', 'ops/ci/x']],
    ['{a,b}/{c,d}', ['a/c', 'a/d', 'b/c', 'b/d']],
    ['x{,.test}.ts', ['x.ts', 'x.test.ts']],
    ['{a,{b,c}d}/e', ['a/e', 'bd/e', 'cd/e']],
    ['{a,a}', ['a']],
    ['{a/**,b}/', ['a/**', 'b']],
    ['{{a,b}}', ['{a}', '{b}']],
  ])('%s is spread in the order it is written', (text, expected) => {
    expect(alternatives(text)).toEqual(expected)
  })

  it.each(['users/{id}/x', 'a/{}', 'a}b', 'x/{a{b}c,d}'])('%s holds a brace that is literal, and says so', (text) => {
    expect(notes(text)).toEqual(['pattern-brace-single'])
  })

  it('keeps braces around one alternative as they are written', () => {
    expect(alternatives('users/{id}/x')).toEqual(['users/{id}/x'])
  })

  it('refuses more than 256 alternatives without making them', () => {
    expect(alternatives('{a,b}'.repeat(8))).toHaveLength(256)
    const started = performance.now()
    expect(fault('{a,b}'.repeat(18))?.code).toBe('pattern-too-many-alternatives')
    expect(fault('{a,b}'.repeat(100))?.code).toBe('pattern-too-many-alternatives')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('names the brace that nothing closes', () => {
    expect(fault('ops/{host,ci')).toMatchObject({ code: 'pattern-brace-unclosed', offset: 4 })
    expect(fault('{a,{b,c}')).toMatchObject({ code: 'pattern-brace-unclosed', offset: 0 })
    expect(fault('{'.repeat(512))).toMatchObject({ code: 'pattern-brace-unclosed', offset: 0 })
  })
})

describe('a folder', () => {
  it.each([
    ['src/normalize/', 'src/normalize'],
    ['x*/', 'x*/**'],
    ['packages/*/test/', 'packages/*/test/**'],
    ['a/**/', 'a/**'],
    ['**/', '**'],
    ['a***b', 'a**b'],
    ['a/****', 'a/**'],
  ])('%s is read as %s', (text, expected) => {
    expect(alternatives(text)).toEqual([expected])
  })

  it.each([
    ['./a/b', 'a/b'],
    ['././a', 'a'],
    ['a/./b/.', 'a/b'],
    ['./x*/', 'x*/**'],
  ])('%s is read as %s, with a note', (text, expected) => {
    expect(alternatives(text)).toEqual([expected])
    expect(notes(text)).toEqual(['pattern-dot-slash'])
  })
})

describe('contract 2.1: a bad pattern is a located error', () => {
  it.each<[string, DiagnosticCode, number]>([
    ['!packages/x', 'pattern-negated', 0],
    ['{!a,b}', 'pattern-negated', 1],
    ['./!a', 'pattern-negated', 2],
    ['.//a', 'pattern-empty-segment', 1],
    ['/api/v1/session', 'pattern-absolute', 0],
    ['{/a,b}', 'pattern-absolute', 1],
    ['a/../b', 'pattern-parent', 2],
    ['..', 'pattern-parent', 0],
    ['a/..', 'pattern-parent', 2],
    ['{.,x}./a', 'pattern-parent', 0],
    ['a//b', 'pattern-empty-segment', 1],
    ['a//', 'pattern-empty-segment', 1],
    ['https://example.test/x', 'pattern-empty-segment', 6],
    ['', 'pattern-empty', 0],
    ['  ', 'pattern-empty', 0],
    ['.', 'pattern-empty', 0],
    ['./', 'pattern-empty', 0],
    ['x'.repeat(513), 'pattern-too-long', 0],
    ['a/\u0000', 'pattern-control-character', 2],
    ['a\tb', 'pattern-control-character', 1],
    ['a/\u202egnp.ts', 'pattern-control-character', 2],
    ['bil\u200bling', 'pattern-control-character', 3],
    ['a\ud800', 'pattern-control-character', 1],
    ['a\u2028b', 'pattern-control-character', 1],
  ])('%j is %s at %i', (text, code, offset) => {
    expect(fault(text)).toMatchObject({ code, offset })
  })

  it('says what to write instead', () => {
    expect(fault('/packages/x')?.hint).toContain('`packages/x`')
    expect(fault('/packages/x')?.hint).toContain('Route column')
    expect(fault('a/\u202egnp.ts')?.message).toContain('U+202E')
  })

  it('leaves names that only look like a fault alone', () => {
    for (const text of ['a/..b', 'a..b/c', '...', 'x/!y', 'a/.hidden']) expect(alternatives(text)).toEqual([text])
  })
})

describe('rules 8.9: parsers are total', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('{', '}', ',', '/', '.', '*', '?', '!', 'a', 'b', ' '), maxLength: 60 }),
  )

  it('gives at most 256 clean alternatives or one fault inside the text', () => {
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parsePathPattern(written)
        if ('fault' in parsed) {
          expect(parsed.fault.offset).toBeGreaterThanOrEqual(0)
          expect(parsed.fault.offset).toBeLessThanOrEqual(written.length)
          return
        }
        const { alternatives: found } = parsed.pattern
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThanOrEqual(256)
        expect(new Set(found).size).toBe(found.length)
        for (const one of found) {
          expect(one).not.toMatch(/^[/!]|^$|\/$|\/\/|\*{3}/)
          expect(one.split('/').some((segment) => segment === '.' || segment === '..')).toBe(false)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
