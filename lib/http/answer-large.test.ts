import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { answerLarge } from './answer-large.ts'

async function textOf(found: object): Promise<string> {
  const answer = answerLarge(found)
  if (isRefusal(answer)) throw new Error('refused')
  expect(answer.headers.get('content-type')).toBe('application/json')
  // Where an endpoint said so, the framework would take the word away and leave the bytes.
  expect(answer.headers.get('content-encoding')).toBeNull()
  return answer.text()
}

describe('a large answer', () => {
  test('is what JSON has of it, also where a list in it was written before', async () => {
    const rows = [{ domain: 'billing', text: 'ä\u2028' }]
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.date({ noInvalidDate: true }), fc.constant(undefined))),
        async (rest) => {
          const found = { ...rest, rows }
          expect(await textOf(found)).toBe(JSON.stringify(found))
          expect(await textOf(found)).toBe(JSON.stringify(found))
        },
      ),
    )
  })

  test('passes a refusal on', () => {
    const refusal: Refusal = { refused: 'no-model', detail: 'Nothing was synced.' }
    expect(answerLarge(refusal)).toBe(refusal)
  })
})
