import type { HistoryChange, HistoryPoint } from '#lib/model/history-change.ts'
import { Unavailable } from '#lib/model/unavailable.ts'
import { changesAfter, newestEntry } from '#lib/store/history-head.ts'
import { ask, historyDoubt } from '#lib/store/session.ts'

/** How often the database is asked for its newest entry, while anybody watches. Others may write to it: no signal of this process would do. */
const ASK_EVERY_MS = 250
/** How often those who watch hear that the database still answers. */
const SIGN_OF_LIFE_MS = 5_000
/** So many changes are told one by one; of a longer gap the newest. */
const MOST_TOLD = 100
/** Each holds a connection open. */
export const MOST_WATCHERS = 200

/** Somebody who wants to hear what is recorded. */
export interface HistoryWatcher {
  /** Something was recorded. `untold` is how many changes before it are not told one by one. */
  changed(change: HistoryChange, untold: number): void
  /** The history goes so far: at the beginning, and every few seconds as a sign that the database answers. */
  reaches(point: HistoryPoint): void
  /** The history is not the one that was watched, or begins or ceases to be doubted: what was known of it must be asked for anew. */
  replaced(point: HistoryPoint): void
  /** Nothing more comes: the database does not answer, or this server stops. */
  ended(): void
}

interface Watch {
  /** With the sequence that each was told of last. */
  readonly watchers: Map<HistoryWatcher, number>
  newest: Awaited<ReturnType<typeof newestEntry>>
  /** Why nothing was recorded when it was last looked. */
  doubt: string | null
  saidAt: number
  timer: NodeJS.Timeout | null
  stopped: boolean
}

declare global {
  /** One watch per process, also when a bundler loads this file more than once. */
  var lanekeeperHistoryWatch: Watch | undefined
}

/**
 * Watches the history, whoever writes it, until the function that is answered is called. Whoever was told of everything up to `after` hears
 * first of what it missed. Throws `Unavailable` when the database does not answer, or when too many watch.
 */
export async function watchHistory(after: number | null, watcher: HistoryWatcher): Promise<() => void> {
  const watch = currentWatch()
  if (watch.stopped || watch.watchers.size >= MOST_WATCHERS) {
    throw new Unavailable(watch.stopped ? 'the server stops' : `${MOST_WATCHERS} watch already`, { reason: 'server-busy' })
  }
  // Holds its place while the database is asked.
  watch.watchers.set(watcher, Number.POSITIVE_INFINITY)
  try {
    const { newest, missed } = await ask(async (session) => {
      const newest = await newestEntry(session)
      const missed = after === null || after >= newest.sequence ? [] : await changesAfter(session, after, MOST_TOLD)
      return { newest, missed }
    })
    if (!watch.watchers.has(watcher)) throw new Unavailable('the watch ended while it began')
    if (after !== null && after > newest.sequence) watcher.replaced(newest)
    const told = tell(watcher, after ?? newest.sequence, missed)
    watcher.reaches(newest)
    watch.watchers.set(watcher, Math.max(told, newest.sequence))
    if (watch.timer === null && !watch.stopped) begin(watch, newest)
  } catch (error) {
    watch.watchers.delete(watcher)
    throw error
  }
  return () => void watch.watchers.delete(watcher)
}

/** Ends every watch for good: the server stops, and would wait for those who listen. */
export function stopWatching(): void {
  const watch = currentWatch()
  watch.stopped = true
  endAll(watch)
}

function currentWatch(): Watch {
  globalThis.lanekeeperHistoryWatch ??= {
    watchers: new Map(),
    newest: { sequence: 0, at: null, hash: null },
    doubt: null,
    saidAt: 0,
    timer: null,
    stopped: false,
  }
  return globalThis.lanekeeperHistoryWatch
}

function begin(watch: Watch, newest: Watch['newest']): void {
  watch.newest = newest
  watch.doubt = historyDoubt()
  watch.saidAt = performance.now()
  plan(watch)
}

function plan(watch: Watch): void {
  watch.timer = setTimeout(() => void look(watch), ASK_EVERY_MS)
  watch.timer.unref()
}

/** Looks once, tells everybody, and plans the next look; ends with the last who watches. */
async function look(watch: Watch): Promise<void> {
  if (watch.watchers.size === 0) {
    watch.timer = null
    return
  }
  try {
    const newest = await ask(newestEntry)
    const { sequence, hash } = watch.newest
    const doubt = historyDoubt()
    const isAnother = newest.sequence < sequence || (newest.sequence === sequence && newest.hash !== hash)
    if (isAnother || doubt !== watch.doubt) tellReplaced(watch, newest)
    else await tellChanges(watch, newest.sequence)
    watch.newest = newest
    watch.doubt = doubt
    if (performance.now() - watch.saidAt >= SIGN_OF_LIFE_MS) {
      watch.saidAt = performance.now()
      for (const watcher of watch.watchers.keys()) watcher.reaches(newest)
    }
    if (watch.stopped) watch.timer = null
    else plan(watch)
  } catch {
    // Whoever comes back is told what is wrong; what is ours to mend fails there as well, and is logged.
    watch.timer = null
    endAll(watch)
  }
}

/** Tells whoever was not told of everything yet: also one that began to watch while others were told. */
async function tellChanges(watch: Watch, newest: number): Promise<void> {
  const since = Math.min(...watch.watchers.values())
  if (since >= newest) return
  const changes = await ask((session) => changesAfter(session, since, MOST_TOLD))
  for (const [watcher, told] of watch.watchers) {
    if (told !== Number.POSITIVE_INFINITY) watch.watchers.set(watcher, tell(watcher, told, changes))
  }
}

/** Tells of each change that was not told yet; answers the sequence of the last one told. */
function tell(watcher: HistoryWatcher, told: number, changes: readonly HistoryChange[]): number {
  let last = told
  for (const change of changes) {
    if (change.sequence <= last) continue
    watcher.changed(change, change.sequence - last - 1)
    last = change.sequence
  }
  return last
}

function tellReplaced(watch: Watch, newest: HistoryPoint): void {
  for (const watcher of watch.watchers.keys()) {
    watcher.replaced(newest)
    watch.watchers.set(watcher, newest.sequence)
  }
}

function endAll(watch: Watch): void {
  const ended = [...watch.watchers.keys()]
  watch.watchers.clear()
  for (const watcher of ended) watcher.ended()
}
