import { describe, expect, it } from 'vitest'
import { FIRST, type Heard, isConfirmed, type LiveState, nextLive, SILENT_MS, updatesSince } from './live-state.ts'
import { NO_ANSWER } from './request-fault.ts'

const NOW = 1_000_000
const hearing = (...heard: readonly Heard[]): LiveState => heard.reduce(nextLive, FIRST)
const head = (sequence: number, now = NOW, by: 'stream' | 'question' = 'stream'): Heard => ({
  what: 'head',
  by,
  now,
  sequence,
  newestAt: NOW - 5_000,
})
const change = (sequence: number, repository: string | null = 'a', now = NOW): Heard => ({
  what: 'change',
  now,
  sequence,
  newestAt: now,
  repository,
})

describe('stale data never looks current', () => {
  it('is confirmed only by what was heard', () => {
    expect(isConfirmed(FIRST)).toBe(false)
    expect(hearing(head(3)).connection).toBe('live')
    expect(hearing(head(3, NOW, 'question')).connection).toBe('asked')
  })

  it('is unconfirmed when the stream says nothing for longer than its sign of life, and stays so until something is heard', () => {
    const silent = hearing(head(3), { what: 'nothing', now: NOW + SILENT_MS }, { what: 'nothing', now: NOW + SILENT_MS + 1 })
    expect(hearing(head(3), { what: 'nothing', now: NOW + SILENT_MS }).connection).toBe('live')
    expect(silent.connection).toBe('unconfirmed')
    expect(nextLive(silent, head(3, NOW + 9_000, 'question')).connection).toBe('asked')
  })

  it('gives a server that is asked the time between two questions', () => {
    const asked = hearing(head(3, NOW, 'question'))
    expect(nextLive(asked, { what: 'nothing', now: NOW + 15_000 }).connection).toBe('asked')
    expect(nextLive(asked, { what: 'nothing', now: NOW + 23_000 }).connection).toBe('unconfirmed')
  })

  it('is gone when a question fails, and silence does not make that better', () => {
    const gone = hearing(head(3), { what: 'fault', fault: NO_ANSWER })
    expect([gone.connection, gone.fault]).toEqual(['gone', NO_ANSWER])
    expect(nextLive(gone, { what: 'nothing', now: NOW + 60_000 }).connection).toBe('gone')
    expect(nextLive(gone, head(3, NOW + 60_000))).toMatchObject({ connection: 'live', fault: null, heardAt: NOW + 60_000 })
  })

  it('is unconfirmed after nobody looked, until it is heard again', () => {
    const back = hearing(head(3), { what: 'hidden' }, { what: 'seen' })
    expect(back.connection).toBe('unconfirmed')
    expect(hearing(head(3), { what: 'seen' }).connection).toBe('live')
  })
})

describe('how much a page does not know of', () => {
  it('counts what came after its sequence', () => {
    expect(updatesSince(hearing(head(3), change(4), change(5)), 3, null)).toBe(2)
    expect(updatesSince(hearing(head(3), change(4), change(5)), 5, null)).toBe(0)
    expect(updatesSince(hearing(head(9)), 3, null)).toBe(6)
  })

  it('leaves out other repositories where they are known, and never what is of none', () => {
    const state = hearing(head(3), change(4, 'a'), change(5, 'b'), change(6, null))
    expect([updatesSince(state, 3, 'a'), updatesSince(state, 3, 'b'), updatesSince(state, 3, null)]).toEqual([2, 2, 3])
    expect(updatesSince(hearing(head(9)), 3, 'a')).toBe(6)
  })

  it('is nothing while nothing was heard, or where the page is the newer one', () => {
    expect([updatesSince(FIRST, 3, null), updatesSince(hearing(head(3)), 4, null)]).toEqual([0, 0])
  })

  it('notices a history that has become shorter', () => {
    const state = hearing(head(9), change(10), head(4))
    expect([state.head, state.resets, state.changes]).toEqual([4, 1, []])
  })
})
