/** Values of the address by name; null takes one out of it. */
export type AddressValues = Readonly<Record<string, string | null>>

/** `push` is a step back in the history. */
export type HistoryWay = 'push' | 'replace'

/** How values get into the address. */
export interface Writing {
  readonly history: HistoryWay
  /** So many milliseconds lie between two writes, for what is typed. */
  readonly everyMs?: number
  /** Writes them by asking the server for the page; without it they are of this browser alone. */
  readonly ask?: (href: string, history: HistoryWay) => void
}

/** Browsers refuse to have their history written much more often. */
const EVERY_MS = 120

/** The page of what follows, by the framework and by the browser, which may be ahead of each other. */
let page = ''
let place = ''
/** What was set on the page and has not arrived in the framework's address. */
let values: ReadonlyMap<string, string | null> = new Map()
/** The queries that were written and have not arrived, oldest first. */
let underWay: readonly string[] = []
let arrived: string | null = null
let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly history: HistoryWay } | null = null
let writtenAt = 0
const listeners = new Set<() => void>()

/** A value of a page: as it was set, or else as the framework's address has it. */
export function valueOn(pathname: string, search: Pick<URLSearchParams, 'get'>, name: string): string | null {
  const own = pathname === page ? values.get(name) : undefined
  return own === undefined ? search.get(name) : own
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sets values of a page: they hold at once, and are written into the address as soon as that may be. */
export function setValues(pathname: string, next: AddressValues, { history, everyMs = EVERY_MS, ask }: Writing): void {
  if (pathname !== page) forget(pathname)
  place = window.location.pathname
  values = new Map([...values, ...Object.entries(next)])
  // A step that waits to be written stays a step.
  const way = waiting?.history === 'push' ? 'push' : history
  if (waiting !== null) clearTimeout(waiting.timer)
  const due = writtenAt + everyMs - Date.now()
  if (due > 0) waiting = { timer: setTimeout(write, due, way, ask), history: way }
  else write(way, ask)
  tell()
}

/** Takes in the query that the framework has arrived at. The last that was written here ends what was set, and so does one from elsewhere. */
export function arriveAt(query: string): void {
  if (query === arrived) return
  arrived = query
  const at = underWay.indexOf(query)
  underWay = underWay.slice(at + 1)
  if (at >= 0 && (underWay.length > 0 || waiting !== null)) return
  forget(page)
  tell()
}

/** A query with values set in it. What can be read stays readable. */
export function queryWith(search: string, next: Iterable<readonly [string, string | null]>): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of next) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')
}

function write(history: HistoryWay, ask: Writing['ask']): void {
  waiting = null
  const { pathname, search, hash } = window.location
  // Whoever has gone on to another page meanwhile wants nothing written there.
  if (pathname !== place) return
  const query = queryWith(search, values)
  const written = new URLSearchParams(query).toString()
  if (underWay.length === 0 && written === new URLSearchParams(search).toString()) return
  writtenAt = Date.now()
  underWay = [...underWay, written]
  const href = `${pathname}${query === '' ? '' : `?${query}`}${hash}`
  if (ask) ask(href, history)
  else if (history === 'push') window.history.pushState(null, '', href)
  else window.history.replaceState(null, '', href)
}

function forget(pathname: string): void {
  if (waiting !== null) clearTimeout(waiting.timer)
  waiting = null
  page = pathname
  values = new Map()
  underWay = []
}

function tell(): void {
  for (const listener of listeners) listener()
}
