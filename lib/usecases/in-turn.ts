import { Unavailable } from '#lib/model/unavailable.ts'

/** So many may wait; each holds what was sent in memory. */
const MOST_WAITING = 16

let waiting = 0
let tail: Promise<unknown> = Promise.resolve()

/**
 * Does heavy work one at a time: planning thousands of files or compiling a model takes seconds of the only thread and hundreds of
 * megabytes, and what is begun is finished and stored before the next begins. Throws `Unavailable` when too many wait already.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new Unavailable('too much heavy work is waiting', { reason: 'server-busy' })
  waiting += 1
  const turn = tail.then(work).finally(() => {
    waiting -= 1
  })
  tail = turn.catch(() => undefined)
  return turn
}
