import type { Problem } from './problem.ts'

/** A JSON body may not be nested deeper than this; every shape we take is far flatter. */
export const JSON_DEPTH = 32

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']

/** A JSON body and the bytes it was read from, or the problem with it. */
export type JsonBody = { readonly value: unknown; readonly bytes: Uint8Array } | { readonly problem: Problem }

/**
 * Reads a JSON body of at most `limit` bytes, without trusting the declared length. Where it is `optional`, no body at all, of whatever
 * type, is an object without members. Refused: another content type, too many bytes, bytes
 * that are not UTF-8, bad JSON, nesting deeper than `JSON_DEPTH`, and keys that mean something to JavaScript itself.
 */
export async function readJsonBody(request: Request, limit: number, optional = false): Promise<JsonBody> {
  const contentType = request.headers.get('content-type') ?? ''
  const isJson = /^application\/json *(; *charset="?utf-8"?)? *$/i.test(contentType) && !request.headers.has('content-encoding')
  if (!isJson && !optional) return NOT_JSON
  const bytes = await readAtMost(request, limit)
  if (bytes === null) return { problem: { code: 'body-too-large', detail: `A body of this endpoint may hold ${limit} bytes.` } }
  if (optional && bytes.length === 0) return { value: {}, bytes }
  if (!isJson) return NOT_JSON
  const text = decodeUtf8(bytes)
  if (text === null) return invalidJson('The body is not UTF-8.')
  if (jsonDepth(text) > JSON_DEPTH) return invalidJson(`The body is nested deeper than ${JSON_DEPTH} levels.`)
  try {
    const value: unknown = JSON.parse(text)
    const forbidden = forbiddenKey(value)
    return forbidden === null ? { value, bytes } : invalidJson(`The key ${forbidden} is not allowed anywhere.`)
  } catch (error) {
    if (error instanceof SyntaxError) return invalidJson('The body is not valid JSON.')
    throw error
  }
}

const NOT_JSON: JsonBody = {
  problem: { code: 'unsupported-media-type', detail: 'Send the body as application/json in UTF-8, not compressed.' },
}

function invalidJson(detail: string): JsonBody {
  return { problem: { code: 'invalid-json', detail } }
}

/** All bytes of the body, or null as soon as there are more than `limit`. */
export async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  if (request.body === null) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const [QUOTE, BACKSLASH, SQUARE, SQUARE_END, CURLY, CURLY_END] = [...'"\\[]{}'].map((character) => character.charCodeAt(0))

/** How deep brackets nest, counted before parsing, which would follow them down. */
export function jsonDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at + 1)
    else if (code === SQUARE || code === CURLY) {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (code === SQUARE_END || code === CURLY_END) depth -= 1
  }
  return deepest
}

/** Where the string ends whose text begins here; the end of all when it does not. */
function endOfString(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    at += code === BACKSLASH ? 2 : 1
  }
  return at
}

function forbiddenKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return firstOf(value)
  const key = FORBIDDEN_KEYS.find((each) => Object.hasOwn(value, each))
  return key ?? firstOf(Object.values(value))
}

function firstOf(values: readonly unknown[]): string | null {
  for (const value of values) {
    const key = forbiddenKey(value)
    if (key !== null) return key
  }
  return null
}
