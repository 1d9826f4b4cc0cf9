import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDomainLane } from '#lib/formats/domain-lane.ts'
import { readExtractionPackets } from '#lib/formats/extraction-packets.ts'
import { parseGuardAllowedDebt, parseGuardBaseline } from '#lib/formats/guard-tsv.ts'
import { collectFaults, type LocatedFaults } from '#lib/formats/located-faults.ts'
import { readOwnershipMap } from '#lib/formats/ownership-map.ts'
import { readReleaseProfiles } from '#lib/formats/release-profiles.ts'
import { readRoutingRules } from '#lib/formats/routing-rules.ts'
import { readSettings } from '#lib/formats/settings.ts'
import { DIAGNOSTIC_CODES, type Diagnostic } from '#lib/model/diagnostic.ts'
import { isIdentifier } from '#lib/model/identifier.ts'
import type { OwnershipMap } from '#lib/model/ownership-map.ts'
import { findUnprintable } from '#lib/model/visible-text.ts'
import { HOSTILE_MAPS } from '#test/hostile/hostile-maps.ts'
import type { HostileInput } from '#test/hostile/hostile-text.ts'
import { HOSTILE_BASELINES } from '#test/hostile/hostile-tsv.ts'
import { HOSTILE_LANES, HOSTILE_PACKETS, HOSTILE_YAML } from '#test/hostile/hostile-yaml.ts'

/** A reader must be done long before this, in milliseconds; a hang is never one of a busy machine. */
const GUARD = 5_000

const READERS = {
  lane: readDomainLane,
  packets: readExtractionPackets,
  profiles: readReleaseProfiles,
  rules: readRoutingRules,
  settings: readSettings,
  baseline: parseGuardBaseline,
  debt: parseGuardAllowedDebt,
} as const

function inTime<Value>(read: () => Value): Value {
  const started = performance.now()
  const value = read()
  expect(performance.now() - started).toBeLessThan(GUARD)
  return value
}

function readWith(read: (bytes: Uint8Array, faults: LocatedFaults) => unknown, bytes: Uint8Array): readonly Diagnostic[] {
  const faults = collectFaults('hostile')
  inTime(() => read(bytes, faults))
  return faults.diagnostics()
}

/** Line ends as any editor may count them. */
function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (const byte of bytes) if (byte === 0x0a || byte === 0x0d) lines++
  return lines
}

function checkDiagnostics(diagnostics: readonly Diagnostic[], bytes: Uint8Array): void {
  const lines = countLines(bytes)
  expect(diagnostics.length).toBeLessThanOrEqual(1001)
  for (const { line, column, code, message, hint } of diagnostics) {
    if (line < 1 || line > lines || column < 1) throw new Error(`${code} stands in ${line}:${column} of ${lines} lines`)
    if (!DIAGNOSTIC_CODES.includes(code) || message === '' || hint === '') throw new Error(`${code} says nothing`)
    if (findUnprintable(message + hint) >= 0 || message.length > 1000) throw new Error(`${code} cannot be shown: ${message.length}`)
  }
}

function checkMap(map: OwnershipMap, diagnostics: readonly Diagnostic[], bytes: Uint8Array): void {
  checkDiagnostics(diagnostics, bytes)
  const hasError = diagnostics.some(({ severity }) => severity === 'error')
  expect(map.state).toBe(hasError ? 'faulty' : 'read')
  for (const row of map.rows) {
    const sound =
      isIdentifier(row.domain) &&
      row.paths.length > 0 &&
      row.paths.every(({ pattern }) =>
        pattern.alternatives.every(
          (path) => path !== '' && !/^[/!]|\/$|\/\//.test(path) && !path.split('/').includes('..') && findUnprintable(path) < 0,
        ),
      )
    if (!sound) throw new Error(`row ${row.line} is not sound: ${JSON.stringify(row).slice(0, 200)}`)
  }
}

const hasError = (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ severity }) => severity === 'error')

it('the corpus is as large as the bar asks, and nothing stands in it twice', () => {
  const corpora = [HOSTILE_MAPS, HOSTILE_YAML, HOSTILE_LANES, HOSTILE_PACKETS, HOSTILE_BASELINES]
  expect(corpora.flat().length).toBeGreaterThanOrEqual(200)
  for (const corpus of corpora) {
    const names = corpus.map(({ name, bytes }) => `${name}, ${bytes.length} bytes`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})

describe('hostile maps give located faults, never a crash, a hang or a smaller plan', () => {
  it.each(HOSTILE_MAPS.map((input): [string, HostileInput] => [input.name, input]))(
    '%s',
    (_name, { bytes, faulty }) => {
      const { map, diagnostics } = inTime(() => readOwnershipMap('package', 'hostile.md', bytes))
      checkMap(map, diagnostics, bytes)
      if (faulty) expect(map.state).toBe('faulty')
    },
    4 * GUARD,
  )
})

describe('hostile YAML gives located faults in every file that is YAML', () => {
  it.each(HOSTILE_YAML.map((input): [string, HostileInput] => [input.name, input]))(
    '%s',
    (_name, { bytes }) => {
      for (const read of [READERS.lane, READERS.packets, READERS.profiles, READERS.rules, READERS.settings]) {
        const diagnostics = readWith(read, bytes)
        checkDiagnostics(diagnostics, bytes)
        expect(hasError(diagnostics)).toBe(true)
      }
      expect({}).not.toHaveProperty('polluted')
    },
    8 * GUARD,
  )
})

describe.each([
  ['lanes', READERS.lane, HOSTILE_LANES],
  ['packets', READERS.packets, HOSTILE_PACKETS],
  ['baselines', READERS.baseline, HOSTILE_BASELINES],
] as const)('hostile %s', (_what, read, corpus) => {
  it.each(corpus.map((input): [string, HostileInput] => [input.name, input]))(
    '%s',
    (_name, { bytes, faulty }) => {
      const diagnostics = readWith(read, bytes)
      checkDiagnostics(diagnostics, bytes)
      if (faulty) expect(hasError(diagnostics)).toBe(true)
    },
    4 * GUARD,
  )
})

describe('rules 8.9: parsers are total, whatever a sound file is turned into', () => {
  const small = [...HOSTILE_MAPS, ...HOSTILE_YAML, ...HOSTILE_LANES, ...HOSTILE_PACKETS, ...HOSTILE_BASELINES].filter(
    ({ bytes }) => bytes.length < 500,
  )
  const pieces = fc.oneof(
    fc.constantFrom(
      '|',
      '`',
      '\n',
      '\\',
      '{',
      '}',
      ',',
      '<!--',
      '-->',
      '```',
      '<br>',
      '*',
      '**',
      '[',
      ']',
      '(',
      ')',
      ': ',
      '- ',
      '"',
      '#',
      '\t',
      '\u0000',
      '\r',
      '..',
      '/',
      '!',
      '\u202e',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const mutated = fc
    .tuple(fc.constantFrom(...small), fc.array(fc.tuple(fc.nat(500), fc.nat(20), pieces), { minLength: 1, maxLength: 6 }))
    .map(([{ bytes }, edits]) => {
      let text = new TextDecoder().decode(bytes)
      for (const [at, cut, piece] of edits)
        text = text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + cut)
      return new TextEncoder().encode(text)
    })

  it('a value or located faults', () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        const { map, diagnostics } = readOwnershipMap('package', 'hostile.md', bytes)
        checkMap(map, diagnostics, bytes)
        for (const read of Object.values(READERS)) checkDiagnostics(readWith(read, bytes), bytes)
      }),
      { numRuns: 3_000 },
    )
  }, 60_000)
})

describe('an ownership table never loses a row in silence', () => {
  const rows = ['| `a/**` | one |', '| `b/**` | two |', '| `c/**` | three |', '| `d/**` | four |']
  const file = ['# Map', '', 'Prose.', '', '| Path | Domain |', '|---|---|', ...rows, '', 'More prose.', '']
  const noise = [
    '',
    ' ',
    '```',
    '~~~',
    '<!--',
    '-->',
    '<!-- x -->',
    '<div>',
    '</div>',
    '<pre>',
    '# x',
    '- x',
    '- x | y',
    '1. x',
    '> x',
    '> | x | y |',
    '---',
    '***',
    '===',
    '    x',
    '    | x | y |',
    '\t| x | y |',
    'text',
    '| x |',
    '| x | y |',
    '|',
    '||',
    '|-|',
    '|---|---|',
    '[x]: y',
    '\\',
    '`',
    '| ` | x |',
    '%%',
    '$$',
    ':::',
    '\u0000',
    '| `e/**` |',
    'x | y',
  ]

  it.each([1, 2])('when %i lines of noise stand anywhere in it', (count) => {
    const edit = fc.tuple(fc.nat(file.length), fc.constantFrom(...noise))
    fc.assert(
      fc.property(fc.array(edit, { minLength: count, maxLength: count }), (edits) => {
        const lines = [...file]
        for (const [at, line] of edits) lines.splice(at, 0, line)
        const { map, diagnostics } = readOwnershipMap('package', 'map.md', new TextEncoder().encode(lines.join('\n')))
        const read = map.rows.map(({ domain }) => domain)
        const lost = ['one', 'two', 'three', 'four'].filter((domain) => !read.includes(domain))
        // What a pair of marks closes off on purpose does not count (contract 2.1).
        const isClosedOff = edits.length > 1 && edits.every(([, line]) => /^(```|~~~|<!--|-->|<!-- x -->)$/.test(line))
        const told = diagnostics.some(({ code, severity }) => severity === 'error' || code === 'table-not-counted')
        if (lost.length > 0 && !isClosedOff) expect({ lines, lost, told }).toEqual({ lines, lost, told: true })
      }),
      { numRuns: 3_000 },
    )
  })

  it('when a delimiter row makes a header of one of its rows', () => {
    const lines = file.toSpliced(8, 0, '|---|---|').toSpliced(7, 0, '')
    const { map, diagnostics } = readOwnershipMap('package', 'map.md', new TextEncoder().encode(lines.join('\n')))
    expect(map.state).toBe('faulty')
    expect(diagnostics).toMatchObject([{ code: 'table-malformed', line: 9 }])
  })

  it('when another table takes its header for a row', () => {
    const lines = file.toSpliced(4, 0, '||', '|-|')
    const { map, diagnostics } = readOwnershipMap('package', 'map.md', new TextEncoder().encode(lines.join('\n')))
    expect(map.state).toBe('faulty')
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'table-malformed', line: 7 }))
  })

  it.each(file.map((_line, index) => index))('when line %i is missing', (index) => {
    const { map, diagnostics } = readOwnershipMap('package', 'map.md', new TextEncoder().encode(file.toSpliced(index, 1).join('\n')))
    const expected = rows.length - (rows.includes(file[index] ?? '') ? 1 : 0)
    expect(map.rows.length === expected || hasError(diagnostics)).toBe(true)
  })
})
