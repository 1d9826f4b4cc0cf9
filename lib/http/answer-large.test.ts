import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { answerLarge } from './answer-large.ts'

async function answered(accepts: string | null, found: object = { rows: ['one'] }): Promise<Response> {
  const answer = await answerLarge(found, new Headers(accepts === null ? {} : { 'accept-encoding': accepts }))
  if (isRefusal(answer)) throw new Error('refused')
  return answer
}

describe('a large answer', () => {
  test.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8', 'GZIP', 'gzip;q=0.001'])(
    'is compressed for who takes `%s`',
    async (accepts) => {
      const answer = await answered(accepts)
      expect(answer.headers.get('content-encoding')).toBe('gzip')
      expect(JSON.parse(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString())).toEqual({ rows: ['one'] })
    },
  )

  test.each([null, '', 'br', 'gzip;q=0', 'gzip; q=0.0', 'x-gzip-not'])('is sent as it is to who takes `%s`', async (accepts) => {
    const answer = await answered(accepts)
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.json()).toEqual({ rows: ['one'] })
  })

  test('is the same for the second who is given the same object, compressed or not', async () => {
    const found = { rows: ['one', 'two'] }
    const first = Buffer.from(await (await answered('gzip', found)).arrayBuffer())
    const second = Buffer.from(await (await answered('gzip', found)).arrayBuffer())
    expect(second.equals(first)).toBe(true)
    expect(await (await answered(null, found)).json()).toEqual(found)
  })

  test('is what JSON has of it, also where a list in it was written before', async () => {
    const rows = [{ domain: 'billing', text: 'ä\u2028' }]
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.date({ noInvalidDate: true }), fc.constant(undefined))),
        async (rest) => {
          const found = { ...rest, rows }
          expect(await (await answered(null, found)).text()).toBe(JSON.stringify(found))
        },
      ),
    )
  })

  test('passes a refusal on', async () => {
    const refusal: Refusal = { refused: 'no-model', detail: 'Nothing was synced.' }
    expect(await answerLarge(refusal, new Headers())).toBe(refusal)
  })
})
