import { createHash } from 'node:crypto'
import type { Problem } from './problem.ts'

/** Names one request across its retries: who, their key, and a hash over what was asked. */
export interface Retry {
  readonly identity: string
  readonly key: string
  readonly bodySha256: string
}

/** Reads the `Idempotency-Key`; null without one. The hash covers method, path, query and body: a key is for one request only. */
export function readRetry(request: Request, identity: string, body: Uint8Array): Retry | null | { readonly problem: Problem } {
  const key = request.headers.get('idempotency-key')
  if (key === null) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    return {
      problem: { code: 'invalid-idempotency-key', detail: 'An Idempotency-Key is 1 to 200 printable ASCII characters without spaces.' },
    }
  }
  const { pathname, search } = new URL(request.url)
  const hash = createHash('sha256').update(`${request.method} ${pathname}${search}\n`).update(body)
  return { identity, key, bodySha256: hash.digest('hex') }
}
