import { describe, expect, it } from 'vitest'
import { FIRST, type LiveState } from '#lib/client/live-state.ts'
import { NO_ANSWER } from '#lib/client/request-fault.ts'
import { announcement, freshnessText } from './freshness-text.ts'

const NOW = Date.UTC(2026, 10, 24, 12, 41, 7)
const live: LiveState = { ...FIRST, connection: 'live', head: 7, newestAt: NOW - 180_000, heardAt: NOW - 60_000 }
const gone: LiveState = { ...live, connection: 'gone', fault: NO_ANSWER }
const said = (state: LiveState) => {
  const { word, rest } = freshnessText(state, NOW)
  return rest === null ? word : `${word} · ${rest}`
}

describe('the bar says how current the pages are', () => {
  it('in a word and since when', () => {
    expect(said(FIRST)).toBe('Connecting')
    expect(said(live)).toBe('Live · newest record 12:38 UTC')
    expect(said({ ...live, newestAt: null })).toBe('Live · nothing recorded yet')
    expect(said({ ...live, connection: 'asked' })).toBe('Asked · every 15 s, newest record 12:38 UTC')
    expect(said({ ...live, connection: 'unconfirmed' })).toBe('Stale · since 12:40 UTC')
    expect(said({ ...live, connection: 'paused' })).toBe('Paused · since 12:40 UTC')
    expect(said(gone)).toBe('Server unreachable · since 12:40 UTC')
    expect(said({ ...gone, fault: { ...NO_ANSWER, status: 503, title: 'The database does not answer' } })).toBe(
      'The database does not answer · since 12:40 UTC',
    )
  })
})

describe('what is read out', () => {
  it('is what was recorded, and a server that goes or comes', () => {
    expect(announcement(live, { ...live, head: 10 })).toBe('3 changes recorded')
    expect(announcement(live, gone)).toBe('No answer from the server')
    expect(announcement(gone, live)).toBe('The server answers again')
  })

  it('is nothing when nothing happened', () => {
    expect(announcement(live, live)).toBeNull()
    expect(announcement(FIRST, live)).toBeNull()
    expect(announcement(gone, gone)).toBeNull()
  })
})
