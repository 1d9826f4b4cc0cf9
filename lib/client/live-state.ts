import type { RequestFault } from './request-fault.ts'

/**
 * Whether what a page shows can be said to be current.
 *
 * - `connecting`: nothing was heard yet; the page is as new as its answer.
 * - `live`: the stream tells of every change.
 * - `asked`: the stream cannot be had; the server is asked now and then, and answered.
 * - `unconfirmed`: nothing was heard for too long, and no answer has come yet.
 * - `gone`: the server, or its database, does not answer.
 * - `paused`: nobody looks at the page, and it listens no more.
 */
export type Connection = 'connecting' | 'live' | 'asked' | 'unconfirmed' | 'gone' | 'paused'

export interface LiveState {
  readonly connection: Connection
  /** The sequence of the newest entry of the history; null before anything was heard. */
  readonly head: number | null
  /** When that was recorded, in milliseconds by the database's clock. */
  readonly newestAt: number | null
  /** When the server was last heard, in milliseconds by the browser's clock. */
  readonly heardAt: number | null
  /** Why it is gone. */
  readonly fault: RequestFault | null
  /** The newest changes, oldest first. */
  readonly changes: readonly { readonly sequence: number; readonly repository: string | null }[]
  /** How often the history turned out to be another one, shorter than before. */
  readonly resets: number
}

export const FIRST: LiveState = { connection: 'connecting', head: null, newestAt: null, heardAt: null, fault: null, changes: [], resets: 0 }

export type Heard =
  | {
      readonly what: 'head'
      readonly by: 'stream' | 'question'
      readonly now: number
      readonly sequence: number
      readonly newestAt: number | null
    }
  | {
      readonly what: 'change'
      readonly now: number
      readonly sequence: number
      readonly newestAt: number
      readonly repository: string | null
    }
  | { readonly what: 'fault'; readonly fault: RequestFault }
  /** Time has passed. */
  | { readonly what: 'nothing'; readonly now: number }
  | { readonly what: 'hidden' }
  | { readonly what: 'seen' }

/** The stream gives a sign of life every five seconds. */
export const SILENT_MS = 8_000
/** Without a stream the server is asked so often, and must answer a little later. */
export const ASK_EVERY_MS = 15_000
const UNANSWERED_MS = ASK_EVERY_MS + 7_000
const KEPT_CHANGES = 500

/** The state after something was heard, or was not. */
export function nextLive(state: LiveState, heard: Heard): LiveState {
  switch (heard.what) {
    case 'head': {
      const next = confirmed(state, heard.by === 'stream' ? 'live' : 'asked', heard)
      return state.head !== null && heard.sequence < state.head ? { ...next, changes: [], resets: state.resets + 1 } : next
    }
    case 'change': {
      const { sequence, repository } = heard
      return { ...confirmed(state, 'live', heard), changes: [...state.changes, { sequence, repository }].slice(-KEPT_CHANGES) }
    }
    case 'fault':
      return { ...state, connection: 'gone', fault: heard.fault }
    case 'nothing':
      return isSilent(state, heard.now) ? { ...state, connection: 'unconfirmed' } : state
    case 'hidden':
      return { ...state, connection: 'paused' }
    case 'seen':
      return state.connection === 'paused' ? { ...state, connection: state.heardAt === null ? 'connecting' : 'unconfirmed' } : state
  }
}

/** Whether what is shown is known to be current, apart from the updates that are waiting. */
export function isConfirmed({ connection }: LiveState): boolean {
  return connection === 'live' || connection === 'asked'
}

/**
 * How many changes came after a sequence, in one repository or, without a name, in all. Where the changes are not known one by one every
 * entry that is missing counts: better one too many than one too few.
 */
export function updatesSince({ head, changes }: LiveState, sequence: number, repository: string | null): number {
  // A page may be newer than what was heard last.
  if (head === null || head <= sequence) return 0
  const known = changes.filter((change) => change.sequence > sequence && change.sequence <= head)
  const elsewhere =
    repository === null ? 0 : known.filter((change) => change.repository !== null && change.repository !== repository).length
  return head - sequence - elsewhere
}

function confirmed(
  state: LiveState,
  connection: Connection,
  { now, sequence, newestAt }: { readonly now: number; readonly sequence: number; readonly newestAt: number | null },
): LiveState {
  return { ...state, connection, head: sequence, newestAt, heardAt: now, fault: null }
}

function isSilent({ connection, heardAt }: LiveState, now: number): boolean {
  if (heardAt === null) return false
  return (connection === 'live' && now - heardAt > SILENT_MS) || (connection === 'asked' && now - heardAt > UNANSWERED_MS)
}
