import { isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar } from 'yaml'
import { visibleText } from '#lib/model/visible-text.ts'
import type { LocatedFaults, Spot } from './located-faults.ts'
import { readTextFile } from './text-file.ts'
import { findYamlRefusal } from './yaml-limits.ts'

/** The most bytes of a YAML file that are read. */
export const LARGEST_YAML = 512 * 1024

/** A YAML value as it stands in its file. Every scalar is text; an empty one, `~` and `null` are no value at all. */
export type YamlValue = YamlText | YamlList | YamlMapping

export interface YamlText extends Required<Spot> {
  readonly kind: 'text'
  readonly text: string
}

export interface YamlList extends Required<Spot> {
  readonly kind: 'list'
  readonly items: readonly YamlValue[]
}

export interface YamlMapping extends Required<Spot> {
  readonly kind: 'mapping'
  readonly entries: readonly YamlEntry[]
}

/** A key, where it stands, and its value; null when nothing is written after it. */
export interface YamlEntry extends Required<Spot> {
  readonly key: string
  readonly value: YamlValue | null
}

/** Keys that would change how an object behaves instead of what it holds. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The value of a file with one YAML document, or null, with at least one error, when it cannot be read. The subset is strict: text
 * scalars, lists and mappings with unique text keys; no anchors, aliases, tags or merge keys; bounded size and depth.
 */
export function readYamlDocument(bytes: Uint8Array, faults: LocatedFaults): YamlValue | null {
  const text = readTextFile(bytes, LARGEST_YAML, faults)
  if (text === null || faults.hasError()) return null
  const counter = new LineCounter()
  const spotAt = (offset: number): Required<Spot> => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const refusal = findYamlRefusal(text)
  if (refusal !== null) {
    const before = text.slice(0, refusal.offset).split('\n')
    faults.error(refusal.code, { line: before.length, column: (before.at(-1) ?? '').length + 1 }, refusal.message, refusal.hint)
    return null
  }
  const contents = parseContents(text, counter, spotAt, faults)
  if (contents === undefined) return null
  const value = contents === null ? null : toValue(contents, spotAt, faults)
  if (value === null && !faults.hasError())
    faults.error('yaml-shape', { line: 1 }, 'The file holds no value.', 'Write its keys, or remove the file.')
  return faults.hasError() ? null : value
}

/** The parsed contents (null when there are none), or undefined when they cannot be parsed. */
function parseContents(text: string, lineCounter: LineCounter, spotAt: (offset: number) => Spot, faults: LocatedFaults): unknown {
  try {
    // At `silent` the library would leave out that there is a second document.
    const options = { schema: 'failsafe', lineCounter, prettyErrors: false, stringKeys: true, merge: false, logLevel: 'error' } as const
    // The library compares every key with every other; `toMapping` finds repeated keys in one pass.
    const document = parseDocument(text, { ...options, uniqueKeys: false })
    const end = text.trimEnd().length
    for (const error of document.errors) {
      faults.error(
        'yaml-syntax',
        spotAt(Math.min(error.pos[0], end)),
        `The YAML cannot be read: ${visibleText(error.message, 200)}.`,
        hintFor(error.code),
      )
    }
    return document.errors.length > 0 ? undefined : document.contents
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    faults.error('yaml-syntax', { line: 1 }, `The YAML cannot be read: ${visibleText(why, 200)}.`, 'Write it simpler.')
    return undefined
  }
}

function hintFor(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces.'
  if (code === 'MULTIPLE_DOCS') return 'Write one document a file, without a `---` between documents.'
  return 'Correct the line. Quote text that holds `: ` or ` #`, or begins with one of `[ ] { } & * ! | > % @`.'
}

function toValue(node: unknown, spotAt: (offset: number) => Required<Spot>, faults: LocatedFaults): YamlValue | null {
  if (isScalar(node)) return toText(node, spotAt)
  if (isSeq(node)) {
    const items = node.items.map((item) => toValue(item, spotAt, faults) ?? emptyText(item, node, spotAt))
    return { kind: 'list', items, ...spotAt(node.range?.[0] ?? 0) }
  }
  if (!isMap(node)) return null
  const entries: YamlEntry[] = []
  const lines = new Map<string, number>()
  for (const { key, value } of node.items) {
    const spot = isScalar(key) ? spotAt(key.range?.[0] ?? 0) : spotAt(node.range?.[0] ?? 0)
    const name = isScalar(key) ? String(key.value ?? '') : ''
    const earlier = lines.get(name)
    if (earlier !== undefined) {
      faults.error(
        'yaml-syntax',
        spot,
        `The key \`${visibleText(name)}\` stands here again, after line ${earlier}.`,
        'Keep one of the two.',
      )
    } else if (FORBIDDEN_KEYS.has(name)) {
      faults.error('yaml-shape', spot, `The key \`${name}\` is not allowed.`, 'Remove it.')
    } else if (name === '<<') {
      faults.error('yaml-alias', spot, 'Merge keys (`<<`) are not read.', 'Write the keys out.')
    } else {
      entries.push({ key: name, value: toValue(value, spotAt, faults), ...spot })
    }
    lines.set(name, earlier ?? spot.line)
  }
  return { kind: 'mapping', entries, ...spotAt(node.range?.[0] ?? 0) }
}

function toText(node: Scalar, spotAt: (offset: number) => Required<Spot>): YamlText | null {
  const text = typeof node.value === 'string' ? node.value : ''
  const isPlain = node.type === Scalar.PLAIN || node.type === undefined
  if (isPlain && (text === '' || text === '~' || text === 'null')) return null
  return { kind: 'text', text, ...spotAt(node.range?.[0] ?? 0) }
}

/** An item with nothing in it keeps its place in the list, as empty text. */
function emptyText(
  item: unknown,
  list: { range?: readonly number[] | null | undefined },
  spotAt: (offset: number) => Required<Spot>,
): YamlText {
  const offset = isScalar(item) ? item.range?.[0] : list.range?.[0]
  return { kind: 'text', text: '', ...spotAt(offset ?? 0) }
}
