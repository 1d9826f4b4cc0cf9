import { currentLive, hear } from './live.ts'
import { ASK_EVERY_MS, isConfirmed, SILENT_MS } from './live-state.ts'
import { faultOf, request } from './request.ts'
import { NO_ANSWER } from './request-fault.ts'

/** The stream is asked for again after so many milliseconds, the last for ever. */
const REOPEN_AFTER_MS = [1_000, 2_000, 5_000, 15_000] as const
/** A server that is gone is asked more often, so that the page comes back soon after it. */
const ASK_GONE_EVERY_MS = 3_000
const ANSWER_WITHIN_MS = 5_000
/** A browser holds few connections to a server over HTTP/1.1: a page that nobody looks at gives its own back. */
const HIDDEN_FOR_MS = 15_000

let source: EventSource | null = null
/** When the stream was asked for, or told something last. */
let toldAt = 0
let failures = 0
let reopenAt = 0
let askedAt = 0
let isAsking = false
let hiddenTimer: ReturnType<typeof setTimeout> | undefined

/** Listens to the server for as long as the page stands; answers how to stop. One for each tab, in the shell. */
export function startListening(): () => void {
  const watchdog = setInterval(look, 1_000)
  document.addEventListener('visibilitychange', turn)
  window.addEventListener('online', askNow)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', look)
  open()
  return () => {
    clearInterval(watchdog)
    clearTimeout(hiddenTimer)
    document.removeEventListener('visibilitychange', turn)
    window.removeEventListener('online', askNow)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', look)
    close()
  }
}

/** Asks the server now, whether or not its turn has come. */
export function askNow(): void {
  reopenAt = 0
  void ask()
}

function open(): void {
  const opened = new EventSource('/api/v1/events')
  source = opened
  toldAt = Date.now()
  opened.addEventListener('head', (event) => take(event, 'head'))
  opened.addEventListener('reset', (event) => take(event, 'head'))
  opened.addEventListener('change', (event) => take(event, 'change'))
  opened.addEventListener('error', () => {
    if (source === opened) lose()
  })
}

function take(event: MessageEvent<string>, what: 'head' | 'change'): void {
  failures = 0
  const told = JSON.parse(event.data) as { readonly sequence: number; readonly at: number; readonly repository: string | null }
  const now = Date.now()
  toldAt = now
  const { sequence, at: newestAt, repository } = told
  hear(what === 'head' ? { what, by: 'stream', now, sequence, newestAt } : { what, now, sequence, newestAt, repository })
}

/** The stream has ended, or says nothing: the server is asked at once, and the stream is asked for again a little later. */
function lose(): void {
  close()
  reopenAt = Date.now() + (REOPEN_AFTER_MS[Math.min(failures, REOPEN_AFTER_MS.length - 1)] ?? 0)
  failures += 1
  void ask()
}

function close(): void {
  source?.close()
  source = null
}

/** What is due, once a second. */
function look(): void {
  if (currentLive().connection === 'paused') return
  const now = Date.now()
  hear({ what: 'nothing', now })
  if (source !== null && now - toldAt > SILENT_MS) {
    lose()
    return
  }
  if (source === null && now >= reopenAt) open()
  const every = isConfirmed(currentLive()) ? ASK_EVERY_MS : ASK_GONE_EVERY_MS
  if (currentLive().connection !== 'live' && currentLive().connection !== 'connecting' && now - askedAt >= every) void ask()
}

async function ask(): Promise<void> {
  if (isAsking) return
  isAsking = true
  askedAt = Date.now()
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  try {
    const { items } = await request<{ readonly items: readonly { readonly sequence: number; readonly at: number }[] }>(
      '/api/v1/audit?limit=1',
      { signal },
    )
    // Meanwhile the stream may have come back, and tells more.
    if (source !== null && currentLive().connection === 'live') return
    const newest = items[0]
    hear({ what: 'head', by: 'question', now: Date.now(), sequence: newest?.sequence ?? 0, newestAt: newest?.at ?? null })
  } catch (error) {
    hear({ what: 'fault', fault: signal.aborted ? NO_ANSWER : faultOf(error) })
  } finally {
    isAsking = false
  }
}

function turn(): void {
  clearTimeout(hiddenTimer)
  if (document.hidden) {
    hiddenTimer = setTimeout(() => {
      close()
      hear({ what: 'hidden' })
    }, HIDDEN_FOR_MS)
  } else if (currentLive().connection === 'paused') {
    hear({ what: 'seen' })
    failures = 0
    open()
  }
}
