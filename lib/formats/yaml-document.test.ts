import { describe, expect, it } from 'vitest'
import { collectFaults } from './located-faults.ts'
import { readYamlDocument, type YamlValue } from './yaml-document.ts'

function read(text: string) {
  const faults = collectFaults('lanes/x.yaml')
  const value = readYamlDocument(new TextEncoder().encode(text), faults)
  return {
    value,
    diagnostics: faults.diagnostics(),
    told: faults.diagnostics().map(({ code, line, column }) => `${code} ${line}:${column}`),
  }
}

function plain(value: YamlValue | null): unknown {
  if (value === null) return null
  if (value.kind === 'text') return value.text
  if (value.kind === 'list') return value.items.map(plain)
  return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]))
}

describe('the YAML that every file of the model is written in', () => {
  it('has text, lists and mappings, each with its line and column', () => {
    const { value, told } = read('a: x\nb:\n  - 1\n  - "two # words"\n')
    expect(told).toEqual([])
    expect(value).toMatchObject({
      kind: 'mapping',
      entries: [
        { key: 'a', line: 1, column: 1, value: { kind: 'text', text: 'x', line: 1, column: 4 } },
        {
          key: 'b',
          line: 2,
          column: 1,
          value: {
            kind: 'list',
            line: 3,
            column: 3,
            items: [
              { text: '1', line: 3, column: 5 },
              { text: 'two # words', line: 4, column: 5 },
            ],
          },
        },
      ],
    })
  })

  it('never makes a number, a date or a boolean of a text', () => {
    const sha = '0123456789012345678901234567890123456789'
    expect(plain(read(`a: ${sha}\nb: 1e400\nc: 2026-11-19\nd: yes\ne: true\nf: 0x1F`).value)).toEqual({
      a: sha,
      b: '1e400',
      c: '2026-11-19',
      d: 'yes',
      e: 'true',
      f: '0x1F',
    })
  })

  it('knows no value from an empty text', () => {
    expect(plain(read('a:\nb: ~\nc: null\nd: ""\ne: "null"').value)).toEqual({
      a: null,
      b: null,
      c: null,
      d: '',
      e: 'null',
    })
  })

  it('reads CRLF and a byte order mark', () => {
    expect(plain(read('\ufeffa: x\r\nb:\r\n- y\r\n').value)).toEqual({ a: 'x', b: ['y'] })
  })
})

describe('trust T13: alias bombs, tags, merge keys, prototypes, deep nesting', () => {
  it.each([
    ['a: &x 1', 'yaml-alias 1:4'],
    ['a: *x', 'yaml-alias 1:4'],
    ['paths:\n  - **/billing/**', 'yaml-alias 2:5'],
    ['paths:\n  - !important', 'yaml-alias 2:5'],
    ['a: !!js/function "x"', 'yaml-alias 1:4'],
    ['<<: { a: 1 }', 'yaml-alias 1:1'],
    ['a: 1\n__proto__: 2', 'yaml-shape 2:1'],
    ['a: { constructor: 2 }', 'yaml-shape 1:6'],
    ['a: 1\nb: 2\na: 3', 'yaml-syntax 3:1'],
    ['a: 1\n---\nb: 2', 'yaml-syntax 2:1'],
    ['a: [1,', 'yaml-syntax 1:7'],
    ['\ta: 1', 'yaml-syntax 1:1'],
    ['? [a, b]\n: c', 'yaml-syntax 1:3'],
    ['%YAML 1.2\n%TAG ! x\n---\na: 1', 'yaml-syntax 2:1'],
    ['', 'yaml-shape 1:1'],
    ['# only a comment', 'yaml-shape 1:1'],
  ])('%j is refused with its place', (text, told) => {
    const { value, told: found } = read(text)
    expect(value).toBeNull()
    expect(found).toContain(told)
  })

  it('says that a pattern which begins with a star must be quoted', () => {
    expect(read('- **/x').diagnostics[0]?.hint).toContain("`'**/x'`")
  })

  it.each([
    ['flow lists', '['.repeat(20_000)],
    ['flow mappings', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(200_000)],
    ['question marks', '? '.repeat(200_000)],
    ['a staircase of keys', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a staircase of dashes', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')],
  ])('refuses %s nested without end, without parsing them', (_what, text) => {
    const started = performance.now()
    expect(read(text).told).toEqual([expect.stringMatching(/^yaml-too-deep \d+:\d+$/)])
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it.each([32, 16])('reads %i levels', (depth) => {
    expect(read(`${'['.repeat(depth)}x${']'.repeat(depth)}`).told).toEqual([])
    const staircase = Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}a:`).join('\n')
    expect(read(`${staircase} x`).told).toEqual([])
  })

  it('does not take brackets inside text for nesting', () => {
    expect(read(`paths:\n${'  - app/[[...slug]/x\n  - "[[[["\n  # [[[[\n'.repeat(50)}`).told).toEqual([])
    expect(read(`a: |\n${'  [ - [ - [ {\n'.repeat(50)}b: x`).told).toEqual([])
  })

  it('refuses a file beyond 512 KiB or 100,000 parts', () => {
    expect(read(`a: ${'x'.repeat(512 * 1024)}`).told).toEqual(['file-too-large 1:1'])
    expect(read('- a\n'.repeat(100_000)).told).toEqual([expect.stringMatching(/^file-too-large \d+:\d+$/)])
  })

  it('finds a repeated key among thousands at once', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `k${index}: v`)
    const started = performance.now()
    expect(read([...keys, 'k7: w'].join('\n')).told).toEqual(['yaml-syntax 10001:1'])
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
