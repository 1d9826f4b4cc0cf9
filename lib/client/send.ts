import { request } from './request.ts'

/**
 * Sends a body to an endpoint of this origin, as whoever is signed in: the browser adds the cookie and says where it comes from. `key` makes
 * a repeated send, after an answer that was lost, the same request and not a second one. Throws `RequestFailed`.
 */
export function send<Answer>(href: string, body: object, key: string, method: 'POST' | 'PATCH' = 'POST'): Promise<Answer> {
  return request(href, {
    method,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
}

/** A key for one send; `crypto.randomUUID` is not there on plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
