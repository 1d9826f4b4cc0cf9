import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { FAST_PROFILE_PROOFS } from '#lib/model/judgement.ts'
import { REGISTER_VIEWS, type RegisterLine } from '#lib/model/register-line.ts'
import { PRIOR_REFUSALS } from '#lib/model/skip.ts'
import { STATUSES } from '#lib/model/status.ts'
import { aRegisterLine } from '#test/builders/a-register-line.ts'
import { drawn } from '#test/drawn.ts'
import { NoLines } from './no-lines.tsx'
import { RegisterTable } from './register-table.tsx'

const SKIP = aRegisterLine({ proofs: FAST_PROFILE_PROOFS.map((id) => ({ id, status: 'passed', reasons: [] })) })

function tableOf(line: RegisterLine): string {
  const props = { lines: [line], view: 'declared', open: null, onOpen: () => undefined, now: Date.parse('2026-11-24T12:00:00Z') } as const
  return drawn(createElement(RegisterTable, props))
}

/** What a reader sees or hears of it: the texts and titles, without the names of shapes. */
const readable = (html: string) => html.replace(/ (?:class|data-status)="[^"]*"/g, '')

describe('"A skip is never counted, drawn, exported or badged as passed"', () => {
  it('an accepted skip has the shape and the word of a skip, whatever its gate came to', () => {
    for (const status of STATUSES) {
      const html = tableOf({ ...SKIP, status })
      expect(html).toContain('data-status="skipped"')
      expect(html).toContain('Skip accepted')
      expect(html).not.toContain('data-status="passed"')
      expect(readable(html)).not.toMatch(/\bpassed\b(?! on this content| within)/i)
    }
  })

  it.each(PRIOR_REFUSALS)('one that is refused as %s says so by shape and word', (refusal) => {
    const html = tableOf({ ...SKIP, state: 'refused', refusal })
    expect(html).toContain('data-status="blocked"')
    expect(html).toContain('Skip refused')
  })

  it.each(STATUSES)('a proof that is %s stands in its own column, and only what passed holds', (status) => {
    const html = tableOf({ ...SKIP, proofs: FAST_PROFILE_PROOFS.map((id) => ({ id, status, reasons: [] })) })
    expect(html.split('</td>').filter((cell) => cell.includes('>holds<')).length).toBe(status === 'passed' ? 5 : 0)
  })

  it('a gate that is no longer declared has no proof that holds', () => {
    expect(tableOf({ ...SKIP, proofs: [] })).not.toContain('>holds<')
  })
})

describe('an empty register says why, and what fills it', () => {
  it.each(REGISTER_VIEWS)('%s', (view) => {
    const html = drawn(createElement(NoLines, { of: { view } }))
    expect(html).toMatch(/<h2[^>]*>.+<\/h2>/)
    expect(html.includes('npx lanekeeper')).toBe(view !== 'repaid')
  })

  it('a narrowed one offers all of it', () => {
    expect(drawn(createElement(NoLines, { of: { view: 'owed', kind: 'partial' } }))).toContain('Show all')
  })
})
