import { visible } from '#lib/wording/fit-text.ts'
import type { Connection } from './connection.ts'

/** One request below `/api/v1`. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** Path and query below `/api/v1/`. */
  readonly endpoint: string
  /** The JSON text to send, to the letter: a key is for one body only. */
  readonly body?: string
  /** The Idempotency-Key. */
  readonly key?: string
  readonly timeoutMs?: number
}

/** What the server says is wrong, in its own words made safe for a terminal. */
export interface ServerProblem {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: readonly { readonly path: string; readonly message: string }[]
}

/** What came of a request: an answer, a no of the server itself, or no answer from it. */
export type Exchange =
  | { readonly outcome: 'answered'; readonly status: number; readonly document: unknown }
  | { readonly outcome: 'refused'; readonly problem: ServerProblem }
  | { readonly outcome: 'unreachable'; readonly why: string; readonly cause?: unknown }

const TIMEOUT_MS = 60_000

/**
 * Sends one request. Only a JSON document counts as the server's own word: a page of a proxy, a redirect or a broken answer is a server
 * that is not reached, and so is one that is too busy (429) or in trouble (5xx). Redirects are not followed: the token is for this
 * server alone.
 */
export async function exchange({ server, token }: Connection, request: ApiRequest): Promise<Exchange> {
  const { method, endpoint, body, key, timeoutMs = TIMEOUT_MS } = request
  const url = new URL(`api/v1/${endpoint}`, server.href.endsWith('/') ? server.href : `${server.href}/`)
  try {
    const bearer = typeof token === 'function' ? await token() : token
    const headers = {
      accept: 'application/json',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return read(response.status, parseJson(await response.text()))
  } catch (cause) {
    return { outcome: 'unreachable', why: reasonOf(cause), cause }
  }
}

function read(status: number, document: unknown): Exchange {
  const isObject = typeof document === 'object' && document !== null
  if (status >= 200 && status < 300 && isObject) return { outcome: 'answered', status, document }
  if (status >= 400 && status < 500 && status !== 429 && isObject) return { outcome: 'refused', problem: problemOf(status, document) }
  return { outcome: 'unreachable', why: whyNot(status, isObject) }
}

function whyNot(status: number, isObject: boolean): string {
  if (status >= 300 && status < 400) return `it answered with status ${status}, a redirect`
  if (status === 429) return 'it asks to wait (status 429)'
  return `it answered with status ${status}${isObject || status >= 500 ? '' : ' and a text that is not of Lanekeeper; is a proxy in between?'}`
}

function problemOf(status: number, document: object): ServerProblem {
  const { code, detail, title, errors } = document as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? visible(value) : '')
  const fields = Array.isArray(errors) ? errors.map((each) => Object(each) as Record<string, unknown>) : []
  return {
    status,
    code: text(code),
    detail: text(detail) || text(title) || 'without a reason',
    errors: fields.map(({ path, message }) => ({ path: text(path), message: text(message) })),
  }
}

/** Node says "fetch failed" and keeps the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
