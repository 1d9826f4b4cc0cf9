import type { LiveState } from '#lib/client/live-state.ts'
import { clockOf } from '#lib/wording/age.ts'
import { count } from '#lib/wording/count.ts'
import { CONNECTING } from './freshness-line.tsx'

export type FreshnessTone = 'good' | 'quiet' | 'caution' | 'danger'

/** How current the pages are, in words: one that always has room, the rest, and a sentence. */
export interface FreshnessText {
  readonly word: string
  readonly rest: string | null
  readonly meaning: string
  readonly tone: FreshnessTone
}

/** What is said of the connection at a moment of the browser's clock. */
export function freshnessText(live: LiveState, now: number): FreshnessText {
  const newest = live.newestAt === null ? 'nothing recorded yet' : `newest record ${clockOf(live.newestAt, now)}`
  const since = live.heardAt === null ? null : `since ${clockOf(live.heardAt, now)}`
  switch (live.connection) {
    case 'connecting':
      return { ...CONNECTING, tone: 'quiet' }
    case 'live':
      return { word: 'Live', rest: newest, meaning: 'Every record is heard of as it comes in.', tone: 'good' }
    case 'asked':
      return {
        word: 'Asked',
        rest: `every 15 s, ${newest}`,
        meaning: 'The stream of changes cannot be had; the server is asked instead.',
        tone: 'good',
      }
    case 'unconfirmed':
      return { word: 'Stale', rest: since, meaning: 'The server has said nothing for a while; it is being asked.', tone: 'caution' }
    case 'paused':
      return { word: 'Paused', rest: since, meaning: 'Nothing is heard of while nobody looks at the page.', tone: 'caution' }
    case 'gone':
      return live.fault?.status == null
        ? { word: 'Server unreachable', rest: since, meaning: live.fault?.detail ?? 'No answer came.', tone: 'danger' }
        : { word: live.fault.title, rest: since, meaning: live.fault.detail, tone: 'danger' }
  }
}

/** What is read out: the connection when it changes for better or worse, otherwise how much was recorded. Null when there is nothing to say. */
export function announcement(before: LiveState, after: LiveState): string | null {
  const wasThere = before.connection === 'live' || before.connection === 'asked'
  const isThere = after.connection === 'live' || after.connection === 'asked'
  if (after.connection === 'gone' && before.connection !== 'gone') return after.fault?.title ?? 'The server does not answer'
  if (isThere && !wasThere && before.connection === 'gone') return 'The server answers again'
  if (before.head === null || after.head === null || after.head <= before.head) return null
  return `${count(after.head - before.head, 'change')} recorded`
}
