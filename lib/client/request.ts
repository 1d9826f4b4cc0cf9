import { NO_ANSWER, type RequestFault } from './request-fault.ts'
import { titleOfStatus } from './status-title.ts'

/** Thrown by `request`; the fault is data, so that nobody reads the message to find out what happened. */
export class RequestFailed extends Error {
  readonly fault: RequestFault

  constructor(fault: RequestFault, options?: ErrorOptions) {
    super(fault.detail, options)
    this.name = 'RequestFailed'
    this.fault = fault
  }
}

/** The fault of anything that a query or mutation threw. */
export function faultOf(error: unknown): RequestFault {
  if (error instanceof RequestFailed) return error.fault
  return {
    title: 'The page failed',
    detail: 'Something in this page went wrong. Load it again.',
    code: null,
    status: null,
    requestId: null,
    errors: [],
  }
}

/**
 * Asks an endpoint of this origin and answers its JSON. Throws `RequestFailed` when there is no answer, when the answer
 * is a problem document, or when it is not JSON.
 */
export async function request<Answer>(href: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(href, { ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new RequestFailed(NO_ANSWER, { cause })
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as Answer
  throw new RequestFailed(problemOf(response, body))
}

/** An endpoint's address with the repository that is meant; without one where the server holds only one. */
export function withRepository(href: string, repository: string | null): string {
  if (repository === null) return href
  return `${href}${href.includes('?') ? '&' : '?'}repository=${encodeURIComponent(repository)}`
}

function problemOf(response: Response, body: unknown): RequestFault {
  const problem = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  return {
    title: textOr(problem.title, titleOfStatus(response.status)),
    detail: textOr(problem.detail, 'The server did not say why.'),
    code: typeof problem.code === 'string' ? problem.code : null,
    status: response.status,
    requestId: typeof problem.requestId === 'string' ? problem.requestId : response.headers.get('x-request-id'),
    errors: Array.isArray(problem.errors) ? problem.errors.filter(isFieldError) : [],
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function isFieldError(value: unknown): value is { path: string; message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    'message' in value &&
    typeof value.path === 'string' &&
    typeof value.message === 'string'
  )
}
