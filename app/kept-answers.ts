import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AnswerBeingMade, makeAnswer, type Validity } from '#lib/http/answer-being-made.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { giveAgain, type KeptAnswer, keptAnswer } from '#lib/http/kept-answer.ts'
import { countRequest } from '#lib/http/metrics.ts'
import { type RecordedAnswer, recordAnswer } from '#lib/http/record-answer.ts'
import { readSessionCookie } from '#lib/http/session-cookie.ts'
import { askTogether } from '#lib/usecases/ask-together.ts'
import { whyNothingIsRecorded } from '#lib/usecases/check-readiness.ts'
import { historyNow } from '#lib/usecases/history-position.ts'

/** Bytes of one answer, and of all that are kept, at most. */
const MOST_OF_ONE = 2 * 1024 * 1024
const MOST_OF_ALL = 8 * 1024 * 1024

/** What a page is made of beside its address. Whoever signed in has pages of their own, which are never kept. */
const LOOKED_AT = ['host', 'cookie', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto']
/** Neither a page nor the one endpoint that says how long its answer holds: not listened to. */
const OTHER_PATHS = /^\/(_next|api)\//
/** A navigation within the page, or a preparation for one, is answered with something else. */
const OTHER_ANSWERS = /^(rsc$|next-|x-nextjs-|x-middleware-|purpose$|range$|authorization$)/

interface Kept extends KeptAnswer {
  readonly validity: Validity
}

const kept = new Map<string, Kept>()
/** Answers that are being made. */
const making = new Map<string, Promise<void>>()
const headNow = askTogether((_: null) => historyNow())

/**
 * Gives an answer that was made before again, where the history has not gone on since and time has changed nothing, under a mark of its own;
 * has it made by `make` otherwise. Only answers that say of themselves how long they hold are kept (`letBeGivenAgain`), and none for whoever
 * is signed in or brings a token. While the database does not answer, nothing is given again.
 */
export async function answerAgain(request: IncomingMessage, response: ServerResponse, make: () => Promise<void>): Promise<void> {
  const startedAt = performance.now()
  const key = keyOf(request)
  if (key === null || whyNothingIsRecorded() !== null) return make()
  // One that was kept before is made anew once for all who wait for it.
  if (kept.has(key)) await making.get(key)
  const known = kept.get(key)
  if (known !== undefined && (await holdsNow(known.validity))) {
    await giveAgain(known, request, response)
    // An endpoint counts what it answers itself.
    if (isOfBoardEndpoint(request.url ?? '')) countRequest(ENDPOINTS.board.path, 'GET', 200, (performance.now() - startedAt) / 1000)
    return
  }
  const made = makeAndKeep(key, response, make)
  const settled = made.catch(() => undefined)
  making.set(key, settled)
  void settled.then(() => {
    if (making.get(key) === settled) making.delete(key)
  })
  return made
}

/**
 * Kept only when the history stood where the answer says before any part of it was asked for: a part that was asked for earlier than the
 * rest, as its model is, would otherwise be given again under a head that it does not know of.
 */
async function makeAndKeep(key: string, response: ServerResponse, make: () => Promise<void>): Promise<void> {
  const before = await headNow(null).catch(() => null)
  const being: AnswerBeingMade = { validity: null }
  recordAnswer(response, MOST_OF_ONE, (answer) => keep(key, before?.hash === being.validity?.head ? being.validity : null, answer))
  await makeAnswer(being, make)
}

/** Null for a request that is not for a whole answer, or not of somebody whom nobody knows. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || readSessionCookie(headers.cookie ?? null) !== null) return null
  if (Object.keys(headers).some((name) => OTHER_ANSWERS.test(name))) return null
  if (isOfBoardEndpoint(url)) return url
  return OTHER_PATHS.test(url) ? null : JSON.stringify([url, ...LOOKED_AT.map((name) => headers[name] ?? null)])
}

function isOfBoardEndpoint(url: string): boolean {
  return url.split('?', 1)[0] === ENDPOINTS.board.path
}

/** Whatever keeps it from being known: then the answer is made, and says what is wrong. */
async function holdsNow({ head, until }: Validity): Promise<boolean> {
  const found = await headNow(null).catch(() => null)
  return found !== null && found.hash === head && found.now.getTime() < until
}

function keep(key: string, validity: Validity | null, recorded: RecordedAnswer): void {
  kept.delete(key)
  const answer = validity === null ? null : keptAnswer(recorded, MOST_OF_ONE)
  if (validity === null || answer === null) return
  kept.set(key, { ...answer, validity })
  let size = [...kept.values()].reduce((sum, each) => sum + each.size, 0)
  for (const [oldest, each] of kept) {
    if (size <= MOST_OF_ALL) return
    kept.delete(oldest)
    size -= each.size
  }
}
