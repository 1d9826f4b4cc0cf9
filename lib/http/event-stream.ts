/** One event of a stream, as the standard for server-sent events has it. */
export interface ServerEvent {
  readonly event: string
  /** What a client that comes back names in `Last-Event-ID`. */
  readonly id?: number
  readonly data: object
}

export interface EventSink {
  send(event: ServerEvent): void
  /** Nothing more comes; does nothing when the stream has ended already. */
  end(): void
}

/** A client comes back after so many milliseconds when the stream ends. */
const COME_BACK_MS = 2_000
/** Of what was sent and not taken; whoever is slower than that comes back and asks for what it missed. */
const MOST_WAITING_BYTES = 64 * 1024

export const EVENT_STREAM = 'text/event-stream'

/**
 * Answers a stream of events. `open` begins to send and answers how to stop, which is called once: when the client has gone, is too slow,
 * or the stream was ended. What `open` throws is thrown: nothing was answered yet.
 */
export async function answerEventStream(open: (sink: EventSink) => Promise<() => void>): Promise<Response> {
  const encoder = new TextEncoder()
  const waiting: Uint8Array[] = [encoder.encode(`retry: ${COME_BACK_MS}\n\n`)]
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let stop: (() => void) | null = null
  let ended = false

  function end(): void {
    if (ended) return
    ended = true
    stop?.()
    controller?.close()
  }
  function send(event: ServerEvent): void {
    if (ended) return
    const bytes = encoder.encode(eventText(event))
    if (controller === null) waiting.push(bytes)
    else if ((controller.desiredSize ?? 0) < 0) end()
    else controller.enqueue(bytes)
  }

  stop = await open({ send, end })
  // It may have been ended while it was opened.
  if (ended) stop()
  const body = new ReadableStream<Uint8Array>(
    {
      start(begun) {
        for (const bytes of waiting) begun.enqueue(bytes)
        if (ended) begun.close()
        else controller = begun
      },
      cancel() {
        controller = null
        end()
      },
    },
    { highWaterMark: MOST_WAITING_BYTES, size: (bytes) => bytes?.byteLength ?? 0 },
  )
  // A proxy that gathers answers would keep the events from those who wait for them.
  return new Response(body, { headers: { 'content-type': EVENT_STREAM, 'x-accel-buffering': 'no' } })
}

/** Data is JSON, which has no line breaks of its own. */
function eventText({ event, id, data }: ServerEvent): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The sequence that a client was told of last; null when it names none that we could have sent. */
export function lastEventId(headers: Headers): number | null {
  const named = headers.get('last-event-id')
  return named !== null && /^\d{1,15}$/.test(named) ? Number(named) : null
}
