import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aWebhookReceiver, type WebhookReceiver } from '#test/webhook-receiver.ts'
import { postEvent } from './post-event.ts'

let receiver: WebhookReceiver
beforeEach(async () => {
  receiver = await aWebhookReceiver()
})
afterEach(() => receiver.stop())

const byName = () => receiver.url.replace('127.0.0.1', 'localhost')
const post = (given: Partial<Parameters<typeof postEvent>[0]> = {}) =>
  postEvent({ url: receiver.url, allowPrivate: true, headers: { 'content-type': 'application/json' }, body: '{"text":"é"}', ...given })

describe('an event is posted once', () => {
  it('and taken by any answer of 200 to 299', async () => {
    receiver.answerNext(200, 202, 299, 300, 404)
    const outcomes = []
    for (let at = 0; at < 5; at += 1) outcomes.push((await post()).delivered)
    expect(outcomes).toEqual([true, true, true, false, false])
    expect(receiver.received[0]?.text).toBe('{"text":"é"}')
  })

  it('and given up when nobody answers in time', async () => {
    receiver.answerNext(null)
    expect(await post({ timeoutMs: 50 })).toEqual({ delivered: false, reason: 'no answer within 50 ms' })
  })

  it('not at all when the name leads to this machine and that is not meant', async () => {
    expect(await post({ url: byName(), allowPrivate: false })).toMatchObject({
      delivered: false,
      reason: expect.stringContaining('private'),
    })
    expect(receiver.received).toEqual([])
  })

  it('says why it cannot, without the address', async () => {
    await receiver.stop()
    const outcome = await post()
    expect(outcome).toEqual({ delivered: false, reason: 'cannot be reached (ECONNREFUSED)' })
    expect(await post({ url: 'https://no-such-host.invalid/secret' })).toMatchObject({ reason: expect.not.stringContaining('secret') })
    await receiver.start()
  })
})
