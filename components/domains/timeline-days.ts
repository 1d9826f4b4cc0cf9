import { contentIdOf } from '#lib/model/content.ts'
import type { TimelineEvent } from '#lib/model/timeline.ts'
import { dateOf } from '#lib/wording/age.ts'

type EvidenceEvent = Extract<TimelineEvent, { kind: 'evidence' }>

/** An entry of a timeline: evidence that came together, or one other thing. */
export type TimelineEntry =
  | { readonly kind: 'evidence'; readonly content: string; readonly producer: string; readonly events: readonly EvidenceEvent[] }
  | { readonly kind: 'other'; readonly event: Exclude<TimelineEvent, EvidenceEvent> }

export interface TimelineDay {
  /** As `24 Nov 2026`, in UTC. */
  readonly date: string
  readonly entries: readonly TimelineEntry[]
}

/** Events, newest first, by the day; evidence of one content from one producer that nothing came between is one entry. Nothing is left out. */
export function timelineDays(events: readonly TimelineEvent[]): readonly TimelineDay[] {
  const days: { date: string; entries: TimelineEntry[] }[] = []
  for (const event of events) {
    const date = dateOf(event.at.getTime())
    const last = days.at(-1)
    const day = last?.date === date ? last : { date, entries: [] }
    if (day !== last) days.push(day)
    add(day.entries, event)
  }
  return days
}

function add(entries: TimelineEntry[], event: TimelineEvent): void {
  if (event.kind !== 'evidence') {
    entries.push({ kind: 'other', event })
    return
  }
  const [content, producer] = [contentIdOf(event.content), event.producer]
  const last = entries.at(-1)
  if (last?.kind === 'evidence' && last.content === content && last.producer === producer) {
    entries[entries.length - 1] = { ...last, events: [...last.events, event] }
  } else {
    entries.push({ kind: 'evidence', content, producer, events: [event] })
  }
}
