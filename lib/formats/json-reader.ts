/** A JSON value whose objects are maps, so that no key means anything to JavaScript. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export type JsonObject = ReadonlyMap<string, Json>

/** A JSON text that was read: where each object and list begins, or where and why it stops being JSON. */
export type JsonReading =
  | { readonly value: Json; offsetOf(part: Json): number }
  | { readonly fault: { readonly offset: number; readonly message: string } }

/** JSON may not be nested deeper than this, nor hold more objects and lists: 8 MiB of `{}` would fill the memory. */
export const DEEPEST_JSON = 64
export const MOST_JSON_PARTS = 300_000

/** Reads JSON (RFC 8259), strictly, and remembers where things stand. Never throws; takes time linear in the text. */
export function readJson(text: string): JsonReading {
  const offsets = new Map<Json, number>()
  try {
    const reader = new JsonReader(text, offsets)
    return { value: reader.readText(), offsetOf: (part) => offsets.get(part) ?? 0 }
  } catch (error) {
    if (error instanceof JsonFault) return { fault: error }
    throw error
  }
}

class JsonFault extends Error {
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

class JsonReader {
  private at = 0
  private readonly text: string
  private readonly offsets: Map<Json, number>

  constructor(text: string, offsets: Map<Json, number>) {
    this.text = text
    this.offsets = offsets
  }

  readText(): Json {
    const value = this.readValue(0)
    this.skipSpace()
    if (this.at < this.text.length) throw new JsonFault(this.at, 'Something follows the end of the JSON value.')
    return value
  }

  private readValue(depth: number): Json {
    this.skipSpace()
    if (depth > DEEPEST_JSON) throw new JsonFault(this.at, `The JSON is nested deeper than ${DEEPEST_JSON} levels.`)
    const start = this.at
    const character = this.text[start]
    if (character === '"') return this.readString()
    if (character !== '{' && character !== '[') return this.readPlain()
    const value = character === '{' ? this.readObject(depth) : this.readList(depth)
    this.offsets.set(value, start)
    if (this.offsets.size > MOST_JSON_PARTS) throw new JsonFault(start, `The JSON holds more than ${MOST_JSON_PARTS} objects and lists.`)
    return value
  }

  private readObject(depth: number): JsonObject {
    const object = new Map<string, Json>()
    this.at++
    while (this.hasNext('}', object.size > 0)) {
      const start = this.at
      if (this.text[this.at] !== '"') throw new JsonFault(this.at, 'A key in quotes was expected.')
      const key = this.readString()
      if (object.has(key)) throw new JsonFault(start, 'The key stands twice in its object.')
      this.skipSpace()
      if (this.text[this.at] !== ':') throw new JsonFault(this.at, 'A colon was expected.')
      this.at++
      object.set(key, this.readValue(depth + 1))
    }
    return object
  }

  private readList(depth: number): Json[] {
    const list: Json[] = []
    this.at++
    while (this.hasNext(']', list.length > 0)) list.push(this.readValue(depth + 1))
    return list
  }

  /** Moves on to the next part of an object or list; false at its end. */
  private hasNext(end: string, hasEarlier: boolean): boolean {
    this.skipSpace()
    if (this.text[this.at] === end) {
      this.at++
      return false
    }
    if (hasEarlier) {
      if (this.text[this.at] !== ',') throw new JsonFault(this.at, `A comma or ${end} was expected.`)
      this.at++
      this.skipSpace()
    }
    return true
  }

  private readString(): string {
    const start = this.at
    let isPlain = true
    for (let at = start + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at)
      if (code === 0x22) {
        this.at = at + 1
        return isPlain ? this.text.slice(start + 1, at) : this.unescape(start, at + 1)
      }
      if (code < 0x20) throw new JsonFault(at, 'A control character stands in a string.')
      if (code !== 0x5c) continue
      isPlain = false
      at++
    }
    throw new JsonFault(start, 'The string does not end.')
  }

  private unescape(start: number, end: number): string {
    try {
      return JSON.parse(this.text.slice(start, end)) as string
    } catch {
      throw new JsonFault(start, 'The string holds an escape that JSON does not know.')
    }
  }

  private readPlain(): Json {
    const word = WORDS.find(([each]) => this.text.startsWith(each, this.at))
    if (word !== undefined) {
      this.at += word[0].length
      return word[1]
    }
    NUMBER.lastIndex = this.at
    const number = NUMBER.exec(this.text)
    if (number === null)
      throw new JsonFault(this.at, this.at < this.text.length ? 'A JSON value was expected.' : 'The text ends too early.')
    this.at = NUMBER.lastIndex
    return Number(number[0])
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    }
  }
}
