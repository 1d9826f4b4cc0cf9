import { contentIdOf } from '#lib/model/content.ts'

/** The endpoints that what waits in the spool is for. */
export const SPOOLED_ENDPOINTS = ['evidence', 'skips'] as const

/**
 * A request that waits to be delivered. The key and the body never change: delivered twice, it is the same request, and the server keeps
 * it once. Tokens are no part of it.
 */
export interface SpoolItem {
  readonly version: 1
  /** The Idempotency-Key, made when the request was made. */
  readonly key: string
  readonly endpoint: (typeof SPOOLED_ENDPOINTS)[number]
  /** The `?repository=` that it is for; null where the repository does not say its name. */
  readonly repository: string | null
  /** ISO moment, by this machine's clock. */
  readonly madeAt: string
  /** The JSON text to send. */
  readonly body: string
}

/** Reads an item; null for anything else. */
export function readSpoolItem(text: string): SpoolItem | null {
  const { version, key, endpoint, repository, madeAt, body } = asRecord(parse(text))
  const known = SPOOLED_ENDPOINTS.find((each) => each === endpoint)
  if (version !== 1 || known === undefined || typeof key !== 'string' || typeof body !== 'string' || typeof madeAt !== 'string') return null
  if (repository !== null && typeof repository !== 'string') return null
  return { version, key, endpoint: known, repository, madeAt, body }
}

/** What an item is about, for a person: gate, result and content. */
export function describeItem(item: SpoolItem): string {
  const body = parse(item.body)
  if (Array.isArray(body)) return `${body.length} results`
  const { gate, result, content } = asRecord(body)
  const what = item.endpoint === 'skips' ? 'skip' : String(result ?? 'result')
  return `${String(gate ?? 'unknown gate')} ${what} ${contentIdOf(asRecord(content)).slice(0, 12)}`
}

function asRecord(value: unknown): Record<string, unknown> {
  return Object(value) as Record<string, unknown>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
