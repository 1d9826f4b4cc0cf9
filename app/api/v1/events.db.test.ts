import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as evidence from '#app/api/v1/evidence/route.ts'
import { doubtHistoryFromNow } from '#lib/store/session.ts'
import { MOST_WATCHERS, watchHistory } from '#lib/usecases/watch-history.ts'
import { AS_CI, callApi, keepTestSettings } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import * as events from './events/route.ts'

interface Told {
  readonly event: string
  readonly id: number
  readonly data: {
    readonly sequence: number
    readonly at: number | null
    readonly repository?: string
    readonly action?: string
    readonly untold?: number
  }
}

/** A stream as a client reads it. */
async function listen(headers: Record<string, string> = {}) {
  const answer = await events.GET(new Request('http://127.0.0.1:3000/api/v1/events', { headers }), { params: Promise.resolve(undefined) })
  const reader = (answer.body ?? new ReadableStream()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  /** The next event, or null when the stream has ended. */
  async function next(): Promise<Told | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end !== -1) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        const event = field('event')
        if (event !== undefined) return { event, id: Number(field('id')), data: JSON.parse(field('data') ?? 'null') }
        continue
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += decoder.decode(value, { stream: true })
    }
  }
  /** The next that is no sign of life. */
  async function nextChange(): Promise<Told | null> {
    for (;;) {
      const told = await next()
      if (told?.event !== 'head') return told
    }
  }
  return { answer, next, nextChange, leave: () => reader.cancel() }
}

let server: TestDatabase

beforeAll(async () => {
  server = await aReadyServer()
})
afterAll(() => server.close())

const GATE = 'platform-billing/local/ledger'
const pass = () => record(aPass(GATE, newContent()))

describe('`GET /api/v1/events` hints at every change, with its sequence as id', () => {
  it('begins with how far the history goes, then tells what is recorded', async () => {
    const stream = await listen()
    expect(stream.answer.status).toBe(200)
    expect(stream.answer.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.answer.headers.get('cache-control')).toBe('private, no-store, no-transform')
    const head = await stream.next()
    expect(head?.event).toBe('head')
    const from = head?.data.sequence ?? 0
    expect(from).toBeGreaterThan(0)
    await pass()
    const change = await stream.nextChange()
    expect(change).toMatchObject({
      event: 'change',
      id: from + 1,
      data: { sequence: from + 1, action: 'evidence.recorded', untold: 0 },
    })
    expect(change?.data.repository).toBeTypeOf('string')
    expect(JSON.stringify(change)).not.toContain(GATE)
    await stream.leave()
  })

  it('hears of what another server has written to the same database', async () => {
    const stream = await listen()
    const from = (await stream.next())?.data.sequence ?? 0
    await server.database.pool.query(`SELECT append_audit('other', '{"action":"model.stored","repository":"other"}')`)
    expect(await stream.nextChange()).toMatchObject({ id: from + 1, data: { repository: 'other', action: 'model.stored' } })
    await stream.leave()
  })

  it('tells who comes back first what was missed, and of a long gap the newest hundred', async () => {
    const first = await listen()
    const from = (await first.next())?.id ?? 0
    await first.leave()
    await pass()
    await pass()
    const back = await listen({ 'last-event-id': String(from) })
    expect([await back.next(), await back.next(), await back.next()].map((told) => [told?.event, told?.id])).toEqual([
      ['change', from + 1],
      ['change', from + 2],
      ['head', from + 2],
    ])
    await back.leave()
    for (let entry = 0; entry < 110; entry += 1) await server.database.pool.query(`SELECT append_audit(NULL, '{"action":"x"}')`)
    const late = await listen({ 'last-event-id': String(from) })
    expect(await late.next()).toMatchObject({ event: 'change', id: from + 13, data: { untold: 12 } })
    await late.leave()
  })

  it('says that the history is another one to who knows more than there is', async () => {
    const stream = await listen({ 'last-event-id': '999999' })
    const reset = await stream.next()
    expect(reset?.event).toBe('reset')
    expect(reset?.id).toBeLessThan(999999)
    await stream.leave()
  })

  it.each(['', 'abc', '-1', '1e9', '9'.repeat(40)])('takes the Last-Event-ID %j for none', async (id) => {
    const stream = await listen({ 'last-event-id': id })
    expect((await stream.next())?.event).toBe('head')
    await stream.leave()
  })

  it('tells each change once to all who listen, whenever they began', async () => {
    const streams = await Promise.all(Array.from({ length: 5 }, () => listen()))
    const from = (await Promise.all(streams.map((stream) => stream.next())))[0]?.id ?? 0
    const [later] = await Promise.all([listen({ 'last-event-id': String(from) }), callAsCi(evidence, [aPass(GATE, newContent())]), pass()])
    for (const stream of [...streams, later]) {
      expect([(await stream.nextChange())?.id, (await stream.nextChange())?.id]).toEqual([from + 1, from + 2])
      await stream.leave()
    }
  })
})

describe('a stream shows nobody more than any other GET', () => {
  it('asks for a token where reading is not open', async () => {
    keepTestSettings({ LANEKEEPER_PUBLIC_READ: '0' })
    expect((await callApi(events)).status).toBe(401)
    const stream = await listen(AS_CI)
    expect(stream.answer.status).toBe(200)
    await stream.leave()
    keepTestSettings()
  })

  it('refuses parameters and other methods', async () => {
    expect((await callApi(events, { search: '?since=1' })).document.code).toBe('unknown-parameter')
    expect((await callApi(events, { method: 'POST', body: {} })).status).toBe(405)
  })

  it('holds no more than so many, and a place is free again when one leaves', async () => {
    const silent = { changed: () => undefined, reaches: () => undefined, replaced: () => undefined, ended: () => undefined }
    const stops = await Promise.all(Array.from({ length: MOST_WATCHERS }, () => watchHistory(null, { ...silent })))
    const { status, document } = await callApi(events)
    expect([status, document.code]).toEqual([503, 'server-busy'])
    stops[0]?.()
    const stream = await listen()
    expect(stream.answer.status).toBe(200)
    await stream.leave()
    for (const stop of stops) stop()
  })
})

it('tells everybody to ask anew when the history begins to be doubted, though nothing is recorded', async () => {
  const stream = await listen()
  await stream.next()
  doubtHistoryFromNow('the test says so')
  let told = await stream.next()
  while (told?.event === 'head') told = await stream.next()
  expect(told?.event).toBe('reset')
  await stream.leave()
})

describe('a stream ends when nothing could be told any more', () => {
  it('when the database is lost; coming back is answered with 503', async () => {
    const stream = await listen()
    await stream.next()
    await server.close()
    expect(await stream.nextChange()).toBeNull()
    const { status, document } = await callApi(events)
    expect([status, document.code]).toEqual([503, 'database-unavailable'])
  })
})
