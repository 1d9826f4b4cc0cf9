import { type CorpusRequest, loadCorpus } from '../corpora/load-corpus.ts'
import { contenderNamed, routerOf } from '../peers/contenders.ts'
import { startClock } from './clock.ts'

export interface TimingRequest {
  readonly corpus: CorpusRequest
  readonly contender: string
  readonly warmMs: number
  readonly timeMs: number
}

/** Nanoseconds a path, over `paths` paths that were not asked before. */
export interface Timing {
  readonly cpu: number
  readonly wall: number
  readonly paths: number
}

const FEWEST_WARM = 30
const FEWEST_TIMED = 10

/**
 * Times one side on one corpus. The first half of the paths warms it up, the second half is timed; only a side that keeps
 * nothing of a path may see one twice.
 */
export async function timeRouting({ corpus, contender, warmMs, timeMs }: TimingRequest): Promise<Timing> {
  const { rules, paths } = loadCorpus(corpus)
  const { remembersPaths } = contenderNamed(contender)
  const { route } = await routerOf(contender, rules)
  const half = paths.length >> 1
  routeFor(route, paths.slice(0, half), warmMs, FEWEST_WARM, remembersPaths)
  const timedPaths = paths.slice(half)
  const stop = startClock()
  const count = routeFor(route, timedPaths, timeMs, FEWEST_TIMED, remembersPaths)
  const { cpu, wall } = stop()
  return { cpu: cpu / count, wall: wall / count, paths: count }
}

/**
 * Routes paths for about so many milliseconds of the processor, at least so many, and not beyond the last when none may be
 * seen twice; gives how many. Counted on the wall, a busy machine would leave a side cold.
 */
function routeFor(route: (path: string) => unknown, paths: readonly string[], ms: number, fewest: number, once: boolean): number {
  const end = processorMs() + ms
  let count = 0
  let batch = 1
  while (count < fewest || processorMs() < end) {
    const started = processorMs()
    for (let done = 0; done < batch; done += 1) {
      if (once && count === paths.length) return count
      route(paths[count % paths.length] ?? '')
      count += 1
    }
    // The clock is read about once a millisecond, so that it is not what is measured.
    if (processorMs() - started < 0.5) batch *= 2
  }
  return count
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
