import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { makePage, type PageBeingMade, type Validity } from '#lib/http/page-being-made.ts'
import { newNonce } from '#lib/http/page-policy.ts'
import { type RecordedAnswer, recordAnswer } from '#lib/http/record-answer.ts'
import { readSessionCookie } from '#lib/http/session-cookie.ts'
import { takesGzip } from '#lib/http/takes-gzip.ts'
import { askTogether } from '#lib/usecases/ask-together.ts'
import { whyNothingIsRecorded } from '#lib/usecases/check-readiness.ts'
import { historyNow } from '#lib/usecases/history-position.ts'

const [compress, decompress] = [promisify(gzip), promisify(gunzip)]

/** Pages that are kept, and bytes of one at most. */
const MOST_KEPT = 32
const MOST_BYTES = 256 * 1024
/** Fast enough for every answer; the text is small. */
const LEVEL = 4

/** What a page is made of beside its address. Whoever signed in has a page of their own, which is never kept. */
const LOOKED_AT = ['host', 'cookie', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto']
/** What is no page. */
const OTHER_PATHS = /^\/(api|_next)\//
/** A navigation within the page, or a preparation for one, is answered with something else. */
const OTHER_ANSWERS = /^(rsc$|next-|x-nextjs-|x-middleware-|purpose$|range$|authorization$)/

interface KeptPage extends Pick<RecordedAnswer, 'headers' | 'body'> {
  readonly validity: Validity
  /** Of the answer that it was made for. */
  readonly nonce: string
  /** The text around the nonce, once it was needed. */
  parts: Promise<readonly string[]> | null
}

const kept = new Map<string, KeptPage>()
/** Pages that are being made. */
const making = new Map<string, Promise<void>>()
const headNow = askTogether((_: null) => historyNow())

/**
 * Answers a page that was made before, where the history has not gone on since and time has changed nothing, with a nonce of its own; has
 * it made by `render` otherwise. Only pages that say of themselves how long they hold are kept (`letBeGivenAgain`), and none for whoever is
 * signed in. While the database does not answer, nothing is given again.
 */
export async function answerPage(request: IncomingMessage, response: ServerResponse, render: () => Promise<void>): Promise<void> {
  const key = keyOf(request)
  if (key === null || whyNothingIsRecorded() !== null) return render()
  // One that was kept before is made anew once for all who wait for it.
  if (kept.has(key)) await making.get(key)
  const known = kept.get(key)
  if (known !== undefined && (await holdsNow(known.validity))) return send(known, request, response)
  const made = makeAndKeep(key, response, render)
  const settled = made.catch(() => undefined)
  making.set(key, settled)
  void settled.then(() => {
    if (making.get(key) === settled) making.delete(key)
  })
  return made
}

/**
 * Kept only when the history stood where the page says before any part of it was asked for: a part that was asked for earlier than the rest,
 * as its model is, would otherwise be given again under a head that it does not know of.
 */
async function makeAndKeep(key: string, response: ServerResponse, render: () => Promise<void>): Promise<void> {
  const before = await headNow(null).catch(() => null)
  const page: PageBeingMade = { validity: null }
  recordAnswer(response, MOST_BYTES, (answer) => keep(key, before?.hash === page.validity?.head ? page.validity : null, answer))
  await makePage(page, render)
}

/** Null for a request that is not for a whole page of somebody who did not sign in. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || OTHER_PATHS.test(url) || readSessionCookie(headers.cookie ?? null) !== null) return null
  if (Object.keys(headers).some((name) => OTHER_ANSWERS.test(name))) return null
  return JSON.stringify([url, ...LOOKED_AT.map((name) => headers[name] ?? null)])
}

/** Whatever keeps it from being known: then the page is made, and says what is wrong. */
async function holdsNow({ head, until }: Validity): Promise<boolean> {
  const found = await headNow(null).catch(() => null)
  return found !== null && found.hash === head && found.now.getTime() < until
}

function keep(key: string, validity: Validity | null, { status, headers, body }: RecordedAnswer): void {
  kept.delete(key)
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1]
  const isReadable = ['gzip', 'identity'].includes(String(headers['content-encoding'] ?? 'identity'))
  if (validity === null || status !== 200 || nonce === undefined || 'set-cookie' in headers || !isReadable) return
  kept.set(key, { validity, headers, body, nonce, parts: null })
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

async function send(page: KeptPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = newNonce()
  page.parts ??= partsOf(page)
  const text = (await page.parts).join(nonce)
  for (const [name, value] of Object.entries(page.headers)) {
    if (name !== 'content-encoding') response.setHeader(name, typeof value === 'string' ? value.replaceAll(page.nonce, nonce) : value)
  }
  if (!takesGzip(request.headers['accept-encoding'])) return void response.end(text)
  response.setHeader('content-encoding', 'gzip')
  response.end(await compress(text, { level: LEVEL }))
}

async function partsOf({ headers, body, nonce }: KeptPage): Promise<readonly string[]> {
  const text = headers['content-encoding'] === 'gzip' ? await decompress(body) : body
  return text.toString('utf8').split(nonce)
}
