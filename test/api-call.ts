import { expect } from 'vitest'
import { keepSettings } from '#lib/http/current-settings.ts'
import type { Endpoint } from '#lib/http/endpoint.ts'
import { log } from '#lib/http/log.ts'
import { PROBLEMS, type ProblemCode } from '#lib/http/problem.ts'
import { problemDocument } from '#lib/http/schemas/problem-document.ts'
import type { Method, ServedHandlers } from '#lib/http/serve-methods.ts'
import { readSettings } from '#lib/http/settings.ts'

/** A request to a path's handlers, as the tests write it. */
export interface ApiCall {
  readonly method?: Method
  readonly search?: string
  readonly params?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as it is; anything but a text or a blob is sent as JSON. */
  readonly body?: unknown
}

export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // Tests look into answers freely; what an answer may be is checked against its schema on every call.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly document: any
}

export const CI_TOKEN = 'a-ci-token-of-more-than-32-characters'
export const AS_CI = { authorization: `Bearer ${CI_TOKEN}` }

/** The settings of the tests: everybody may read, as in the demo. The log is silent. */
export function keepTestSettings(environment: Record<string, string> = { LANEKEEPER_PUBLIC_READ: '1' }): void {
  log.level = 'silent'
  const read = readSettings(environment)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  keepSettings(read.settings)
}

/** Calls a handler as Next would, and holds the answer to what the endpoint declares: no status and no field beyond it, never a 500. */
export async function callApi(handlers: ServedHandlers, call: ApiCall = {}): Promise<ApiAnswer> {
  const { method = call.body === undefined ? 'GET' : 'POST', search = '', params = {}, headers = {}, body } = call
  const handler = handlers[method]
  const path = (handler.endpoint?.path ?? '/api/v1/unknown').replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const raw = typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body)
  const init: RequestInit =
    raw === undefined ? { method, headers } : { method, body: raw, headers: { 'content-type': 'application/json', ...headers } }
  const response = await handler(new Request(`http://127.0.0.1:3000${path}${search}`, init), {
    params: Promise.resolve(Object.keys(params).length === 0 ? undefined : { ...params }),
  })
  const text = await response.text()
  const isText = response.headers.get('content-type')?.startsWith('text/plain') === true
  const answer = { status: response.status, headers: response.headers, text, document: isText ? null : JSON.parse(text) }
  holdToDeclaration(handler.endpoint, answer)
  return answer
}

function holdToDeclaration(endpoint: Endpoint<unknown, unknown> | null, answer: ApiAnswer): void {
  expect(answer.status, answer.text.slice(0, 500)).not.toBe(500)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.text).not.toMatch(/node_modules|\.ts:\d+|prisma|SELECT |INSERT |\/work\//i)
  if (answer.status >= 400) {
    const problem = problemDocument.parse(answer.document)
    expect(PROBLEMS[problem.code as ProblemCode]).toEqual({ status: answer.status, title: problem.title })
    return
  }
  expect(endpoint, 'only a declared endpoint gives a good answer').not.toBeNull()
  const declared = endpoint?.answers[answer.status]
  expect(declared, `${endpoint?.path} declares no ${answer.status}`).toBeDefined()
  declared?.schema?.parse(answer.document)
}
