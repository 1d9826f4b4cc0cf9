import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

export interface ReceivedRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  /** Parsed; null without one. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies freely
  readonly body: any
}

/** What a server gives in answer; null breaks the connection off. */
export type Answer = { readonly status: number; readonly body: unknown; readonly type?: string } | null

export interface RecordingServer {
  readonly url: string
  /** Every request, in the order in which they came. */
  readonly received: ReceivedRequest[]
  /** What is kept, by its Idempotency-Key: however often a key comes, once. */
  readonly kept: Map<string, Pick<ReceivedRequest, 'headers' | 'body'>>
  /** For `LANEKEEPER_URL` and `LANEKEEPER_TOKEN`. */
  readonly env: { readonly LANEKEEPER_URL: string; readonly LANEKEEPER_TOKEN: string }
  /** Keeps a request as an answer of its own would. */
  keep(request: Pick<ReceivedRequest, 'headers' | 'body'>): void
  close(): void
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/**
 * A server that keeps posted documents as Lanekeeper does, once for each key, and gives every other answer as it is told to. `answer` may
 * take over: what it returns is sent instead.
 */
export async function aRecordingServer(
  answer: (request: ReceivedRequest) => Answer | undefined = () => undefined,
): Promise<RecordingServer> {
  const received: ReceivedRequest[] = []
  const kept: RecordingServer['kept'] = new Map()
  const documents = new Map<string, unknown>()
  const server = createServer((incoming, response) => {
    let text = ''
    incoming.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
    })
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const request = { method, url, headers, body: text === '' ? null : JSON.parse(text) }
      received.push(request)
      const told = answer(request)
      if (told === null) return incoming.socket.destroy()
      const { status, body, type = 'application/json' } = told ?? keep(request)
      response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })

  function keep(request: Pick<ReceivedRequest, 'headers' | 'body'>): NonNullable<Answer> {
    const key = String(request.headers['idempotency-key'])
    const before = documents.get(key)
    if (before !== undefined) return { status: 200, body: { ...(before as object), replayed: true } }
    const made = (each: object) => ({ ...each, id: randomUUID(), sequence: documents.size + 1 })
    const document = Array.isArray(request.body) ? { items: request.body.map(made) } : made(request.body)
    kept.set(key, request)
    documents.set(key, document)
    return { status: 201, body: document }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  stops.push(close)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, received, kept, env: { LANEKEEPER_URL: url, LANEKEEPER_TOKEN: TEST_TOKEN }, keep, close }
}

/** The token that the tests send; nothing that is printed or kept may hold it. */
export const TEST_TOKEN = 'lk_a-token-that-nobody-may-see'

/** An answer of the server that refuses. */
export function aProblem(
  status: number,
  code: string,
  detail: string,
  errors?: readonly { path: string; message: string }[],
): NonNullable<Answer> {
  return {
    status,
    type: 'application/problem+json',
    body: { type: 'about:blank', title: detail, status, code, detail, ...(errors === undefined ? {} : { errors }) },
  }
}

/** Nothing listens there. */
export const NOWHERE = { LANEKEEPER_URL: 'http://127.0.0.1:9', LANEKEEPER_TOKEN: TEST_TOKEN }
