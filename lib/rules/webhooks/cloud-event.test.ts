import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '#lib/model/audit.ts'
import { cloudEvent, isAskedFor, MOST_EVENT_BYTES } from './cloud-event.ts'

function anEntry(details: object): AuditEntry {
  const canonical = JSON.stringify({ action: 'evidence.revoked', actor: 'token:x', details, repository: 'acme', subject: 's' })
  return { sequence: 7, at: Date.parse('2026-11-29T12:00:00Z'), canonical, previousHash: '0'.repeat(64), hash: 'f'.repeat(64) }
}

describe('an audit entry as an event', () => {
  it('has the same bytes at every try', () => {
    expect(cloudEvent(anEntry({ a: 1 }), 'https://x.example')).toBe(cloudEvent(anEntry({ a: 1 }), 'https://x.example'))
  })

  it('is never longer than receivers take, and says so when something is left out', () => {
    const text = cloudEvent(anEntry({ note: 'é'.repeat(MOST_EVENT_BYTES) }), 'https://x.example')
    expect(text.length).toBeLessThan(1024)
    expect(JSON.parse(text).data).toMatchObject({ sequence: 7, details: null, detailsLeftOut: true })
  })
})

describe('what a target asked for', () => {
  it.each([
    ['evidence.revoked', 'evidence.revoked', true],
    ['evidence.revoked', 'evidence.recorded', false],
    ['evidence.*', 'evidence.recorded', true],
    ['evidence.*', 'evidences.recorded', false],
    ['*', 'anything.at-all', true],
  ])('%s and %s: %s', (event, action, asked) => {
    expect(isAskedFor({ events: [event] }, action)).toBe(asked)
  })
})
