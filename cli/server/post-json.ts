import { randomUUID } from 'node:crypto'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT } from '#cli/exit-code.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { Connection } from './connection.ts'

const TIMEOUT_MS = 60_000

/**
 * Posts one document below `/api/v1` and gives the answer. A problem document is passed on with its detail (exit 2); no answer, a server
 * in trouble, or an answer that is no JSON at all is a server that cannot be reached (exit 3). Redirects are not followed: the token is
 * for this server alone.
 */
export async function postJson({ server, token }: Connection, endpoint: string, body: unknown): Promise<unknown> {
  const url = new URL(`api/v1/${endpoint}`, server.href.endsWith('/') ? server.href : `${server.href}/`)
  const response = await reach(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const { status } = response
  const document = parseJson(await textOfResponse(response, url))
  if (status >= 200 && status < 300 && document !== null) return document
  if (status >= 400 && status < 500) throw refused(url, status, document)
  throw unreachable(url, `it answered with status ${status}${status >= 300 && status < 400 ? ', a redirect' : ''}`)
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw unreachable(url, reasonOf(error), error)
  }
}

async function textOfResponse(response: Response, url: URL): Promise<string> {
  try {
    return await response.text()
  } catch (error) {
    throw unreachable(url, 'the answer broke off', error)
  }
}

function refused(url: URL, status: number, document: unknown): CommandFault {
  const problem = typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : {}
  const text = (value: unknown) => (typeof value === 'string' ? visible(value) : '')
  const errors = Array.isArray(problem.errors) ? problem.errors : []
  const fields = errors.slice(0, 10).map((each: { path?: unknown; message?: unknown }) => `${text(each?.path)}: ${text(each?.message)}`)
  const said = [text(problem.detail) || text(problem.title) || 'without a reason', ...fields].join(' ')
  const code = text(problem.code)
  const hint =
    status === 401 || status === 403
      ? 'See that LANEKEEPER_TOKEN is a token of this server that may do this.'
      : `The server's code is ${code === '' ? status : code}.`
  return new CommandFault('server-refused', `${url.origin} refused (${status}): ${said}`, hint)
}

function unreachable(url: URL, why: string, cause?: unknown): CommandFault {
  return new CommandFault(
    'server-unreachable',
    `The server ${url.origin} cannot be reached: ${visible(why)}.`,
    'See that the address is right and the server runs, then try again.',
    {
      exit: EXIT.unreachable,
      cause,
    },
  )
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
