import type { ServerResponse } from 'node:http'

/** An answer as it goes out. */
export interface RecordedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: Buffer
}

/** Of one connection or one moment alone. */
const OF_THIS_ANSWER = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'etag']

/** Listens to an answer while it goes out, and tells of it before its last bytes do; not of one that is larger than `most` bytes. */
export function recordAnswer(response: ServerResponse, most: number, whenWhole: (answer: RecordedAnswer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const named = typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, named) : Buffer.from(chunk)
    size += bytes.byteLength
    if (size <= most) chunks.push(bytes)
  }
  const { write, end } = response
  response.write = (...given: unknown[]) => {
    take(given[0], given[1])
    return Reflect.apply(write, response, given)
  }
  response.end = (...given: unknown[]) => {
    take(given[0], given[1])
    if (size <= most) whenWhole({ status: response.statusCode, headers: lastingHeaders(response), body: Buffer.concat(chunks) })
    return Reflect.apply(end, response, given)
  }
}

function lastingHeaders(response: ServerResponse): RecordedAnswer['headers'] {
  const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined || OF_THIS_ANSWER.includes(name) ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  )
  return Object.fromEntries(headers)
}
