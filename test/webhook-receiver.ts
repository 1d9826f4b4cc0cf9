import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedEvent {
  readonly headers: IncomingHttpHeaders
  /** To the letter, as it was signed. */
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events freely
  readonly event: any
}

/** A receiver of events at an address of its own, which can be taken away and brought back. */
export interface WebhookReceiver {
  readonly url: string
  readonly received: ReceivedEvent[]
  /** Answers the next requests with these instead of 204; a text is a redirect to it, null never answers. */
  answerNext(...answers: (number | string | null)[]): void
  start(): Promise<void>
  stop(): Promise<void>
}

export async function aWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = []
  const answers: (number | string | null)[] = []
  let port = 0
  const serve = () =>
    createServer((incoming, response) => {
      let text = ''
      incoming.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      incoming.on('end', () => {
        received.push({ headers: incoming.headers, text, event: JSON.parse(text) })
        const answer = answers.length > 0 ? answers.shift() : 204
        if (answer === null || answer === undefined) return
        if (typeof answer === 'string') response.writeHead(307, { location: answer }).end()
        else response.writeHead(answer).end()
      })
    })
  let server = serve()
  const start = async () => {
    server = serve()
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
    port = (server.address() as AddressInfo).port
  }
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  await start()
  return { url: `http://127.0.0.1:${port}/hook/secret-path`, received, answerNext: (...next) => void answers.push(...next), start, stop }
}
