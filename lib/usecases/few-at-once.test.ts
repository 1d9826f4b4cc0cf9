import { describe, expect, it } from 'vitest'
import { isUnavailable } from '#lib/model/unavailable.ts'
import { fewAtOnce } from './few-at-once.ts'

/** Work that is done when it is told so. */
function steps() {
  const ends: (() => void)[] = []
  let most = 0
  let working = 0
  const work = async () => {
    working += 1
    most = Math.max(most, working)
    await new Promise<void>((end) => ends.push(end))
    working -= 1
  }
  const endAll = async () => {
    for (let end = ends.shift(); end !== undefined; end = ends.shift()) {
      end()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { work, endAll, most: () => most }
}

describe('what is dear is done a few at a time', () => {
  it('and all that may wait is done, in its turn', async () => {
    const { work, endAll, most } = steps()
    const limited = fewAtOnce({ most: 2, waiting: 5 })
    const all = Promise.all(Array.from({ length: 7 }, () => limited(work)))
    await endAll()
    await all
    expect(most()).toBe(2)
  })

  it('and what is too much is refused at once, and taken again later', async () => {
    const { work, endAll } = steps()
    const limited = fewAtOnce({ most: 1, waiting: 1 })
    const both = Promise.all([limited(work), limited(work)])
    await expect(limited(work).catch(isUnavailable)).resolves.toBe(true)
    await endAll()
    await both
    expect(await limited(async () => 'done')).toBe('done')
  })

  it('and what fails gives its place to the next', async () => {
    const limited = fewAtOnce({ most: 1, waiting: 1 })
    await expect(limited(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await limited(async () => 'done')).toBe('done')
  })
})
