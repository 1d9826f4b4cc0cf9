import { Unavailable } from '#lib/model/unavailable.ts'

/**
 * Does work that takes threads and memory a few at a time, so that everything else still gets its turn. Throws `Unavailable` when too many
 * wait already.
 */
export function fewAtOnce({ most, waiting: mostWaiting }: { readonly most: number; readonly waiting: number }) {
  let working = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (working < most) working += 1
    else if (waiting.length >= mostWaiting) throw new Unavailable('too much of this is waiting', { reason: 'server-busy' })
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) working -= 1
      else next()
    }
  }
}
