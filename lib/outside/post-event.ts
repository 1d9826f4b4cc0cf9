import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { DeliveryOutcome } from '#lib/model/webhook.ts'
import { AddressRefused, guardedLookup, whyNotHost } from './reachable-address.ts'

export interface EventPost {
  readonly url: string
  readonly allowPrivate: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For the whole of it, from the look-up to the answer's status. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 3_000

/**
 * Posts once. Taken is an answer of 200 to 299 within three seconds; no redirect is followed and no answer is read. A reason never holds
 * the address, which may be a secret.
 */
export async function postEvent({ url, allowPrivate, headers, body, timeoutMs = TIMEOUT_MS }: EventPost): Promise<DeliveryOutcome> {
  const { hostname, protocol } = new URL(url)
  const because = whyNotHost(hostname, allowPrivate)
  if (because !== null) return { delivered: false, reason: because }
  const request = protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const fail = (error: Error) =>
      resolve({ delivered: false, reason: signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error) })
    try {
      const outgoing = request(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        lookup: guardedLookup(allowPrivate),
        signal,
      })
      outgoing.on('error', fail)
      outgoing.on('response', (response) => {
        const status = response.statusCode ?? 0
        response.on('error', () => undefined).destroy()
        resolve(status >= 200 && status < 300 ? { delivered: true } : { delivered: false, reason: `answered with status ${status}` })
      })
      outgoing.end(body)
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

/** A code where there is one: texts of the network name addresses. */
function reasonOf(error: Error): string {
  if (error instanceof AddressRefused) return error.message
  return 'code' in error && typeof error.code === 'string' ? `cannot be reached (${error.code})` : 'cannot be reached'
}
