import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, readJson } from './json-reader.ts'

function plain(value: Json): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]))
  return Array.isArray(value) ? value.map(plain) : value
}

function read(text: string): unknown {
  const reading = readJson(text)
  return 'fault' in reading ? 'fault' : plain(reading.value)
}

describe('JSON is read as JSON.parse reads it', () => {
  it('whatever the value, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t', '\r'), (value, space) => {
        expect(read(JSON.stringify(value, null, space))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('and is refused as JSON.parse refuses it, but for a key that stands twice', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\n',
      'x',
      '\u0001',
    )
    let refused = 0
    let taken = 0
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (chosen) => {
        const text = chosen.join('')
        const expected = parsed(text)
        const found = read(text)
        if (found === 'fault') refused += 1
        else taken += 1
        if (found === 'fault' && expected !== 'fault') expect(text).toMatch(/"a".*"a"/s)
        else expect(found).toEqual(expected)
      }),
      { numRuns: 20_000 },
    )
    expect(refused).toBeGreaterThan(5_000)
    expect(taken).toBeGreaterThan(100)
  })
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return 'fault'
  }
}

describe('JSON is read with its places', () => {
  it('an object and a list know where they begin', () => {
    const text = '{"a": [ {"b": 1} ]}'
    const reading = readJson(text)
    const list = !('fault' in reading) && reading.value instanceof Map ? reading.value.get('a') : undefined
    expect('fault' in reading || list === undefined ? null : [reading.offsetOf(reading.value), reading.offsetOf(list)]).toEqual([0, 6])
    expect('fault' in reading || !Array.isArray(list) ? null : reading.offsetOf(list[0])).toBe(8)
  })

  it.each([
    ['[1,\n}', 4],
    ['{"a" 1}', 5],
    ['["a\nb"]', 3],
    ['["\\x"]', 1],
    ['[1] 2', 4],
    ['{"a":1,"a":2}', 7],
  ])('%j stops being JSON at %i', (text, offset) => {
    expect(readJson(text)).toMatchObject({ fault: { offset } })
  })

  it('keys that mean something to JavaScript mean nothing here', () => {
    const reading = readJson('{"__proto__":{"polluted":1},"constructor":1}')
    expect('fault' in reading ? [] : reading.value instanceof Map && [...reading.value.keys()]).toEqual(['__proto__', 'constructor'])
    expect({}).not.toHaveProperty('polluted')
  })
})
