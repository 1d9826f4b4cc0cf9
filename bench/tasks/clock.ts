/** What some work took, in nanoseconds: the processor's time of all threads of this process, and the time on the wall. */
export interface Spent {
  readonly cpu: number
  readonly wall: number
}

/** Starts a clock; the function it gives tells what was spent since. */
export function startClock(): () => Spent {
  const cpu = process.cpuUsage()
  const wall = process.hrtime.bigint()
  return () => {
    const passed = process.hrtime.bigint() - wall
    const used = process.cpuUsage(cpu)
    return { cpu: (used.user + used.system) * 1_000, wall: Number(passed) }
  }
}

/** Does some work and tells what it gave and what it took; rubbish that was made before it is not on its bill. */
export function timed<T>(work: () => T): { readonly result: T; readonly spent: Spent } {
  globalThis.gc?.()
  const stop = startClock()
  const result = work()
  return { result, spent: stop() }
}
