import { describe, expect, it } from 'vitest'
import { isCanonicalRecord } from './canonical-record.ts'
import { canonicalText } from './canonical-text.ts'

describe('the canonical text of a value (RFC 8785)', () => {
  it('sorts keys by their UTF-16 units, at every depth, and writes no space', () => {
    expect(canonicalText({ b: [1, { z: null, a: true }], a: 'x' })).toBe('{"a":"x","b":[1,{"a":true,"z":null}]}')
  })

  it('orders the keys of the example of RFC 8785, 3.2.3, as it does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonicalText(value).replaceAll(/[0-9]":/g, 'k":')))).toHaveLength(7)
    expect([...canonicalText(value).matchAll(/:(\d)/g)].map(([, n]) => n).join('')).toBe('2467153')
  })

  it.each([
    [1e21, '1e+21'],
    [-0, '0'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    [1e-27, '1e-27'],
    [1 / 3, '0.3333333333333333'],
  ])('writes the number %d as %s', (value, text) => {
    expect(canonicalText(value)).toBe(text)
  })

  it('writes strings with the shortest escapes', () => {
    expect(canonicalText('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalText(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalText([Number.POSITIVE_INFINITY])).toThrow(TypeError)
  })
})

describe('the canonical text of an audit record', () => {
  const record = { action: 'evidence.recorded', actor: 'server', details: { b: 1, a: [] }, repository: null, subject: 'x' }

  it('is known from any other spelling of it', () => {
    expect(isCanonicalRecord(canonicalText(record))).toBe(true)
    expect(isCanonicalRecord(JSON.stringify(record))).toBe(false)
    expect(isCanonicalRecord(JSON.stringify(record, null, 1))).toBe(false)
  })

  it.each([
    ['a further key', canonicalText({ ...record, tail: 1 })],
    ['a missing key', '{"action":"a","actor":"b","details":null,"subject":"x"}'],
    ['a list', '[]'],
    ['no JSON', '{'],
    ['null', 'null'],
  ])('is not %s', (_, text) => {
    expect(isCanonicalRecord(text)).toBe(false)
  })
})
