import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { newNonce } from './page-policy.ts'
import type { RecordedAnswer } from './record-answer.ts'
import { takesGzip } from './takes-gzip.ts'

const compress = promisify(gzip)

/** Fast enough for every answer; a page is small. */
const LEVEL = 4

/** What one answer alone has, wherever it stands in it, and how another comes by its own: a page's nonce, an endpoint's request id. */
interface Mark {
  readonly value: string
  readonly next: () => string
}

/** An answer that was given once and can be given again. */
export interface KeptAnswer {
  readonly headers: RecordedAnswer['headers']
  readonly mark: Mark
  /** Bytes of it that are held, uncompressed. */
  readonly size: number
  readonly body: { readonly aroundMark: readonly string[] } | { readonly whole: Buffer; zipped: Promise<Buffer> | null }
}

/** An answer as it can be given again: null where it is no success, sets a cookie, bears no mark, or is larger than `most` bytes. */
export function keptAnswer({ status, headers, body }: RecordedAnswer, most: number): KeptAnswer | null {
  const mark = markOf(headers)
  if (status !== 200 || mark === null || 'set-cookie' in headers) return null
  const bytes = unpacked(body, String(headers['content-encoding'] ?? 'identity'), most)
  if (bytes === null) return null
  const { 'content-encoding': _, ...others } = headers
  const aroundMark = bytes.toString('utf8').split(mark.value)
  const parts = aroundMark.length > 1 ? { aroundMark } : { whole: bytes, zipped: null }
  return { headers: others, mark, size: bytes.byteLength, body: parts }
}

/** Gives an answer again, under a mark of its own, compressed for whoever takes that. */
export async function giveAgain({ headers, mark, body }: KeptAnswer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const own = mark.next()
  const isZipped = takesGzip(request.headers['accept-encoding'])
  const bytes = await bytesOf(body, own, isZipped)
  for (const [name, value] of Object.entries(headers)) {
    const values = [value].flat().map((each) => each.replaceAll(mark.value, own))
    response.setHeader(name, values.length === 1 ? values.join() : values)
  }
  if (isZipped) response.setHeader('content-encoding', 'gzip')
  response.end(bytes)
}

function markOf(headers: RecordedAnswer['headers']): Mark | null {
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1]
  if (nonce !== undefined) return { value: nonce, next: newNonce }
  // The framework adds an endpoint's headers one by one, so that each is a list.
  const [requestId] = [headers['x-request-id']].flat()
  return requestId === undefined ? null : { value: requestId, next: randomUUID }
}

function unpacked(body: Buffer, encoding: string, most: number): Buffer | null {
  if (encoding === 'identity') return body.byteLength > most ? null : body
  if (encoding !== 'gzip') return null
  try {
    return gunzipSync(body, { maxOutputLength: most })
  } catch {
    return null
  }
}

async function bytesOf(body: KeptAnswer['body'], own: string, isZipped: boolean): Promise<Buffer | string> {
  if ('aroundMark' in body) {
    const text = body.aroundMark.join(own)
    return isZipped ? compress(text, { level: LEVEL }) : text
  }
  if (!isZipped) return body.whole
  body.zipped ??= compress(body.whole, { level: LEVEL })
  return body.zipped
}
