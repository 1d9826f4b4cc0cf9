import { describe, expect, it } from 'vitest'
import { askTogether } from './ask-together.ts'

/** A question whose answers are given by hand, each the number of times it was asked before. */
function aQuestion() {
  const waiting: { key: string; answer: (value: number) => void; fail: (error: Error) => void }[] = []
  let asked = 0
  const ask = askTogether((key: string) => {
    asked += 1
    return new Promise<number>((answer, fail) => waiting.push({ key, answer, fail }))
  })
  const answerNext = async (give: (of: (typeof waiting)[number]) => void) => {
    const next = waiting.shift()
    if (next === undefined) throw new Error('nothing was asked')
    give(next)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { ask, answerNext, asked: () => asked }
}

describe('one question is asked for all who wait for its answer', () => {
  it('and nobody is given an answer to a question that was asked before they came', async () => {
    const { ask, answerNext, asked } = aQuestion()
    const first = ask('a')
    const meanwhile = [ask('a'), ask('a')]
    expect(asked()).toBe(1)
    await answerNext(({ answer }) => answer(1))
    expect(await first).toBe(1)
    expect(asked()).toBe(2)
    const later = ask('a')
    await answerNext(({ answer }) => answer(2))
    expect(await Promise.all(meanwhile)).toEqual([2, 2])
    await answerNext(({ answer }) => answer(3))
    expect(await later).toBe(3)
  })

  it('is asked anew when nobody has waited', async () => {
    const { ask, answerNext, asked } = aQuestion()
    for (const turn of [1, 2]) {
      const answer = ask('a')
      await answerNext((of) => of.answer(turn))
      expect([await answer, asked()]).toEqual([turn, turn])
    }
  })

  it('tells only those who asked that it failed, and asks again for the others', async () => {
    const { ask, answerNext } = aQuestion()
    const first = ask('a')
    const meanwhile = ask('a')
    const failed = expect(first).rejects.toThrow('away')
    await answerNext(({ fail }) => fail(new Error('away')))
    await failed
    await answerNext(({ answer }) => answer(2))
    expect(await meanwhile).toBe(2)
  })

  it('keeps what is asked about different things apart', async () => {
    const { ask, answerNext, asked } = aQuestion()
    const both = [ask('a'), ask('b')]
    expect(asked()).toBe(2)
    await answerNext(({ key, answer }) => answer(key === 'a' ? 1 : 2))
    await answerNext(({ key, answer }) => answer(key === 'a' ? 1 : 2))
    expect(await Promise.all(both)).toEqual([1, 2])
  })
})
