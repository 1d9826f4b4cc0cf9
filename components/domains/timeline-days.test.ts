import { describe, expect, it } from 'vitest'
import type { TimelineEvent } from '#lib/model/timeline.ts'
import { timelineDays } from './timeline-days.ts'

const [ONE, OTHER] = ['a'.repeat(40), 'b'.repeat(40)]

function passed(sequence: number, at: string, gitCommit = ONE, producer = 'ci'): TimelineEvent {
  const happened = { id: String(sequence), sequence, at: new Date(at) }
  return {
    ...happened,
    kind: 'evidence',
    gate: 'd/local/x',
    result: 'passed',
    content: { gitCommit },
    counts: null,
    producer,
    revokedAt: null,
  }
}

function promoted(sequence: number, at: string): TimelineEvent {
  return { id: String(sequence), sequence, at: new Date(at), kind: 'promotion', content: { gitCommit: ONE }, by: 'token:x' }
}

const shape = (events: readonly TimelineEvent[]) =>
  timelineDays(events).map(({ date, entries }) => [
    date,
    entries.map((entry) => (entry.kind === 'other' ? entry.event.kind : entry.events.length)),
  ])

describe('a timeline by days', () => {
  it('puts evidence of one content and producer together, until something comes between', () => {
    expect(
      shape([
        passed(9, '2026-11-24T10:00:00Z'),
        passed(8, '2026-11-24T09:59:00Z'),
        promoted(7, '2026-11-24T09:00:00Z'),
        passed(6, '2026-11-24T08:00:00Z'),
        passed(5, '2026-11-24T08:00:00Z', OTHER),
        passed(4, '2026-11-24T08:00:00Z', OTHER, 'somebody else'),
      ]),
    ).toEqual([['24 Nov 2026', [2, 'promotion', 1, 1, 1]]])
  })

  it('begins a new entry with a new day in UTC, though nothing came between', () => {
    expect(shape([passed(2, '2026-11-24T00:00:00Z'), passed(1, '2026-11-23T23:59:59Z')])).toEqual([
      ['24 Nov 2026', [1]],
      ['23 Nov 2026', [1]],
    ])
  })

  it('of nothing is empty', () => {
    expect(timelineDays([])).toEqual([])
  })
})
