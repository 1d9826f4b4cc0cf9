import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { takesGzip } from './takes-gzip.ts'

const compress = promisify(gzip)
/** Many wait for it while it is made, and what is said over and over is small at any level. */
const LEVEL = 2

interface Written {
  readonly text: Buffer<ArrayBuffer>
  /** Compressed when the first caller asks for it so. */
  gzipped: Promise<Buffer<ArrayBuffer>> | null
}

const written = new WeakMap<object, Written>()

/**
 * Answers a large document that several callers are given as one and the same object: it is made into text, and compressed, once for all
 * of them. What is handed in must not change afterwards.
 */
export async function answerLarge<Found extends object>(found: Found | Refusal, headers: Headers): Promise<Response | Refusal> {
  if (isRefusal(found)) return found
  const made = written.get(found) ?? { text: Buffer.from(textOf(found)), gzipped: null }
  written.set(found, made)
  const named = { 'content-type': 'application/json', vary: 'accept-encoding' }
  if (!takesGzip(headers.get('accept-encoding'))) return new Response(made.text, { headers: named })
  made.gzipped ??= compress(made.text, { level: LEVEL })
  return new Response(await made.gzipped, { headers: { ...named, 'content-encoding': 'gzip' } })
}

const lists = new WeakMap<readonly unknown[], string>()

/** As `JSON.stringify`. A list in it that was written before, as one and the same object, is not written again. */
function textOf(found: object): string {
  const members = Object.entries(found).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? listText(value) : JSON.stringify(value)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${members.join(',')}}`
}

function listText(list: readonly unknown[]): string {
  const text = lists.get(list) ?? JSON.stringify(list)
  lists.set(list, text)
  return text
}
