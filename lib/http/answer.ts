import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { EVENT_STREAM } from './event-stream.ts'

/** A document that was kept as it is answered; `replayed` when it was answered before. */
export interface KeptText {
  readonly document: string
  readonly replayed: boolean
  /** What the document is read by from now on, if it has an address. */
  readonly id?: string
}

/** A JSON answer; a text is JSON already and is sent as it is. */
export function answerJson(status: number, body: object | string, headers: Readonly<Record<string, string>> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } })
}

/** Sends a browser to another page of ours, which it asks for with GET. */
export function answerElsewhere(href: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { location: href, ...headers } })
}

/** Answers what was asked for, or passes on why not. */
export function answerFound<Found extends object>(found: Found | Refusal): Response | Refusal {
  return isRefusal(found) ? found : answerJson(200, found)
}

/** Answers a JSON text as a file to keep, to the last byte, or passes on why there is none. */
export function answerDocument(document: string | Refusal, name: string): Response | Refusal {
  return typeof document === 'string' ? answerJson(200, document, { 'content-disposition': `attachment; filename="${name}"` }) : document
}

/**
 * Answers a file piece by piece, as it is read. The first piece is read before anything is answered; what fails later breaks the answer
 * off, so that nobody takes a part for the whole.
 */
export async function answerFile(pieces: AsyncIterator<string>, file: { readonly name: string; readonly type: string }): Promise<Response> {
  const first = await pieces.next()
  const text = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (first.done) controller.close()
      else controller.enqueue(text.encode(first.value))
    },
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(text.encode(value))
    },
    async cancel() {
      await pieces.return?.()
    },
  })
  return new Response(body, { headers: { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` } })
}

/** Answers what a request has kept, or passes on why nothing was; `count` hears of what is new. */
export function answerRecorded(recorded: KeptText | Refusal, count: () => void, hrefOf?: (id: string) => string): Response | Refusal {
  if (isRefusal(recorded)) return recorded
  if (!recorded.replayed) count()
  return answerKept(recorded, hrefOf)
}

/** Marks every answer: never to be stored by anyone on the way, never to be taken for something else, and named for the log. */
export function finishAnswer(response: Response, requestId: string): Response {
  // Compressing a stream would hold its events back.
  const isStream = response.headers.get('content-type') === EVENT_STREAM
  response.headers.set('cache-control', isStream ? 'private, no-store, no-transform' : 'private, no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  response.headers.set('x-request-id', requestId)
  return response
}

/**
 * Answers a document that was kept: 201 with the address it can be read at, if it has one; a replay is 200, the same document with
 * `"replayed": true`.
 */
export function answerKept(kept: KeptText, hrefOf?: (id: string) => string): Response {
  const locationOf = (id: unknown) => (hrefOf !== undefined && typeof id === 'string' ? { location: hrefOf(id) } : {})
  if (!kept.replayed) return answerJson(201, kept.document, locationOf(kept.id))
  const fields: Record<string, unknown> = JSON.parse(kept.document)
  return answerJson(200, { ...fields, replayed: true }, locationOf(fields.id))
}
