import { describe, expect, it } from 'vitest'
import { Unavailable } from '#lib/model/unavailable.ts'
import { inTurn } from './in-turn.ts'

describe('heavy work is done one at a time', () => {
  it('in the order it came, also after one that failed', async () => {
    const steps: string[] = []
    const work = (name: string, fails = false) =>
      inTurn(async () => {
        steps.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 5))
        steps.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      })
    const done = await Promise.allSettled([work('a'), work('b', true), work('c')])
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('refuses what would have to wait behind too many, and takes work again afterwards', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const taken = Array.from({ length: 16 }, () => inTurn(() => gate))
    await expect(inTurn(() => gate)).rejects.toMatchObject({ name: 'Unavailable', reason: 'server-busy' })
    await expect(inTurn(() => gate)).rejects.toBeInstanceOf(Unavailable)
    release()
    await Promise.all(taken)
    expect(await inTurn(async () => 'again')).toBe('again')
  })
})
