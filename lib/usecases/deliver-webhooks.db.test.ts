import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as webhooksRoute from '#app/api/v1/webhooks/route.ts'
import { readWebhookSecret } from '#lib/rules/webhooks/signature.ts'
import { ask, inTransaction } from '#lib/store/session.ts'
import { callApi, keepTestSettings } from '#test/api-call.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import { aSha, post, reported, storeReadyModel } from '#test/recording.ts'
import { aWebhookReceiver, type WebhookReceiver } from '#test/webhook-receiver.ts'
import { deliverDue, type KeyedTarget, startWebhooks, stopWebhooks, type Webhooks } from './deliver-webhooks.ts'
import { recordAudit } from './record-audit.ts'

const UNIT = 'platform-billing/local/unit'
const SECRET = `whsec_${randomBytes(32).toString('base64')}`
const SOURCE = 'https://lanekeeper.example'

let test: TestDatabase
let receiver: WebhookReceiver
beforeEach(async () => {
  keepTestSettings()
  test = await openTestDatabase()
  receiver = await aWebhookReceiver()
})
afterEach(async () => {
  stopWebhooks()
  await receiver.stop()
  await test.close()
})

function webhooksTo(given: Partial<KeyedTarget> = {}, server = 'server-1'): Webhooks {
  const key = readWebhookSecret(SECRET)
  if (key === null) throw new Error('a secret that was just made')
  const target = { id: 'chat', url: receiver.url, secrets: [], events: ['evidence.*'], allowPrivate: true, keys: [key], ...given }
  return { targets: [target], source: SOURCE, server }
}

/** Makes the target known; what is recorded from now on is for it. */
async function enlisted(given: Partial<KeyedTarget> = {}): Promise<Webhooks> {
  const webhooks = webhooksTo(given)
  await deliverDue(webhooks)
  return webhooks
}

const record = (digit: string) => post(reported(UNIT, { gitCommit: aSha(digit) }))
const ids = () => receiver.received.map(({ event }) => event.id)
const sql = (text: string) => test.database.pool.query(text)
const timePasses = (hours: number) =>
  sql(`UPDATE webhook_target SET next_attempt_at = next_attempt_at - interval '${hours} hours',
    failing_since = failing_since - interval '${hours} hours', leased_until = leased_until - interval '${hours} hours'`)

/** What the endpoint says of the target; nothing is delivered meanwhile but by the test. */
async function listed({ targets }: Webhooks) {
  startWebhooks(targets, SOURCE, () => undefined)
  stopWebhooks()
  return (await callApi(webhooksRoute)).document.items[0]
}

describe('a target is told of what is recorded', () => {
  it('as CloudEvents, signed so that another implementation of Standard Webhooks takes them', async () => {
    const webhooks = await enlisted()
    await storeReadyModel()
    await record('a')
    await deliverDue(webhooks)
    const [only, ...others] = receiver.received
    expect(others).toEqual([])
    expect(only?.headers['content-type']).toBe('application/cloudevents+json; charset=UTF-8')
    expect(only?.event).toEqual({
      specversion: '1.0',
      id: '2',
      source: SOURCE,
      type: 'dev.lanekeeper.evidence.recorded',
      subject: only?.event.data.subject,
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      datacontenttype: 'application/json',
      data: expect.objectContaining({ sequence: 2, action: 'evidence.recorded', actor: 'token:initial', repository: 'acme' }),
    })
    expect(only?.event.data.details.evidence[0]).toMatchObject({ gate: UNIT, result: 'passed' })
    const headers = Object.fromEntries(Object.entries(only?.headers ?? {}).map(([name, value]) => [name, String(value)]))
    expect(headers['webhook-id']).toBe('2')
    expect(new Webhook(SECRET).verify(only?.text ?? '', headers)).toEqual(only?.event)
    expect(() => new Webhook(`whsec_${randomBytes(32).toString('base64')}`).verify(only?.text ?? '', headers)).toThrow()
    expect(() => new Webhook(SECRET).verify(`${only?.text} `, headers)).toThrow()
  })

  it('while a secret is changed both are signed with', async () => {
    const [first, second] = [SECRET, `whsec_${randomBytes(24).toString('base64')}`]
    const keys = [first, second].map((secret) => readWebhookSecret(secret)).filter((key) => key !== null)
    const webhooks = await enlisted({ keys })
    await storeReadyModel()
    await record('a')
    await deliverDue(webhooks)
    const { text = '', headers = {} } = receiver.received[0] ?? {}
    for (const secret of [first, second]) new Webhook(secret).verify(text, headers as Record<string, string>)
  })

  it('only of what it asked for, from when it was first named, and each once', async () => {
    await storeReadyModel()
    await record('a')
    const webhooks = await enlisted()
    await record('b')
    await record('c')
    await deliverDue(webhooks)
    await deliverDue(webhooks)
    expect(ids()).toEqual(['3', '4'])
    await deliverDue(webhooksTo({ events: ['promotion.recorded'] }))
    await record('d')
    await deliverDue(webhooksTo({ events: ['promotion.recorded'] }))
    expect(ids()).toEqual(['3', '4'])
  })

  it('also of an action that this version has no word for', async () => {
    const webhooks = await enlisted({ events: ['*'] })
    const entry = { actor: 'server', repository: null, subject: 'x', details: {} }
    await inTransaction((session) => recordAudit(session, { ...entry, action: 'something.new' as 'token.created' }))
    await deliverDue(webhooks)
    expect(receiver.received[0]?.event.type).toBe('dev.lanekeeper.something.new')
  })
})

describe('what a target does not take is tried again, and nothing overtakes it', () => {
  it('an error, then an answer: the same id, in order', async () => {
    const webhooks = await enlisted()
    await storeReadyModel()
    await record('a')
    await record('b')
    receiver.answerNext(500)
    await deliverDue(webhooks)
    await deliverDue(webhooks)
    expect(ids()).toEqual(['2'])
    expect(await listed(webhooks)).toMatchObject({
      delivered: 0,
      failing: { event: '2', attempts: 1 },
      lastFailure: { reason: 'answered with status 500' },
    })
    await timePasses(1)
    await deliverDue(webhooks)
    expect(ids()).toEqual(['2', '2', '3'])
    const [first, again] = receiver.received
    expect(again?.text).toBe(first?.text)
    expect(await listed(webhooks)).toMatchObject({ delivered: 2, failing: null, lastDelivery: { event: '3' } })
  })

  it('a receiver that is down, then up; another server takes over in between', async () => {
    const webhooks = await enlisted()
    await storeReadyModel()
    await receiver.stop()
    await record('a')
    await deliverDue(webhooks)
    await record('b')
    await receiver.start()
    await timePasses(1)
    await deliverDue(webhooksTo({}, 'server-2'))
    expect(ids()).toEqual(['2', '3'])
  })

  it('a server that dies after the target took it: the next delivers it again, under the same id', async () => {
    const webhooks = await enlisted()
    await storeReadyModel()
    await record('a')
    // What a crash between the answer and its note leaves: the lease, and the cursor where it was.
    await deliverDue(webhooks)
    await sql(`UPDATE webhook_target SET cursor = 1, leased_by = 'server-1', leased_until = clock_timestamp() + interval '30 seconds'`)
    await deliverDue(webhooksTo({}, 'server-2'))
    expect(ids()).toEqual(['2'])
    await timePasses(1)
    await deliverDue(webhooksTo({}, 'server-2'))
    expect(ids()).toEqual(['2', '2'])
  })

  it('several servers at once deliver each event once, in order', async () => {
    await enlisted()
    await storeReadyModel()
    const digits = ['1', '2', '3', '4', '5', '6', '7', '8']
    for (const digit of digits) await record(digit)
    await Promise.all(['a', 'b', 'c', 'd'].map((server) => deliverDue(webhooksTo({}, server))))
    expect(ids()).toEqual(digits.map((_, at) => String(at + 2)))
  })

  it('a server that has lost its turn does not move the cursor', async () => {
    const webhooks = await enlisted()
    await storeReadyModel()
    await record('a')
    receiver.answerNext(null)
    const slow = deliverDue(webhooks)
    await expect.poll(() => receiver.received.length).toBe(1)
    await sql(`UPDATE webhook_target SET leased_by = 'server-2', leased_until = clock_timestamp() + interval '30 seconds'`)
    await receiver.stop()
    await slow
    const { rows } = await sql('SELECT attempts, cursor::int, leased_by FROM webhook_target')
    expect(rows).toEqual([{ attempts: 0, cursor: expect.any(Number), leased_by: 'server-2' }])
    await receiver.start()
  })

  it('after a day it is given up, stays in sight, and the next is delivered', async () => {
    const webhooks = await enlisted()
    await storeReadyModel()
    await record('a')
    await record('b')
    receiver.answerNext(503, 503)
    await deliverDue(webhooks)
    await timePasses(25)
    await deliverDue(webhooks)
    expect(ids()).toEqual(['2', '2', '3'])
    const target = await listed(webhooks)
    expect(target.deadLetters).toMatchObject({
      count: 1,
      newest: [{ event: '2', action: 'evidence.recorded', attempts: 2, reason: 'answered with status 503' }],
    })
    expect(target).toMatchObject({ delivered: 1, failing: null })
    await expect(sql('DELETE FROM dead_letter')).rejects.toThrow()
  })
})

describe('a target cannot make the server call somebody else', () => {
  it('a redirect is not followed', async () => {
    const other = await aWebhookReceiver()
    const webhooks = await enlisted()
    await storeReadyModel()
    await record('a')
    receiver.answerNext(other.url)
    await deliverDue(webhooks)
    expect(other.received).toEqual([])
    expect((await listed(webhooks)).lastFailure.reason).toBe('answered with status 307')
    await other.stop()
  })

  it('this machine and private networks are not called unless the target says that it is meant', async () => {
    const webhooks = await enlisted({ allowPrivate: false })
    await storeReadyModel()
    await record('a')
    await deliverDue(webhooks)
    expect(receiver.received).toEqual([])
    const target = await listed(webhooks)
    expect(target.lastFailure.reason).toContain('allow_private')
    expect(JSON.stringify(target)).not.toMatch(/secret-path|whsec/)
  })
})

it('no targets: nothing to see, and nothing in the way', async () => {
  startWebhooks([], SOURCE, () => undefined)
  expect((await callApi(webhooksRoute)).document).toEqual({ items: [], next: null })
  expect(await ask(async () => true)).toBe(true)
})
