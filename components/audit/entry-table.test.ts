import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '#lib/rules/audit/canonical-text.ts'
import { EntryTable } from './entry-table.tsx'

function drawn(evidence: number): string {
  const details = { evidence: Array.from({ length: evidence }, (_, at) => ({ id: `evidence-${at}`, gate: 'billing/local/unit' })) }
  const canonical = canonicalText({ action: 'evidence.recorded', actor: 'token:ci', repository: 'acme', details })
  const entry = { sequence: 7, at: 0, previousHash: 'a'.repeat(64), hash: 'b'.repeat(64), canonical, by: null, fault: null, cursor: '8' }
  return renderToStaticMarkup(createElement(EntryTable, { entries: Array.from({ length: 50 }, () => entry), now: 0 }))
}

describe('an entry of the audit chain shows the text that its hash covers', () => {
  it('all of it', () => {
    expect(drawn(1)).toContain('evidence-0')
    expect(drawn(1)).not.toContain('characters')
  })

  it('of a batch the beginning, how much there is, and where the rest is', () => {
    const page = drawn(500)
    expect(page).toContain('evidence-0')
    expect(page).not.toContain('evidence-499')
    expect(page).toMatch(/The first 2,000 of \d\d,\d{3} characters/)
    expect(page).toContain('/api/v1/audit?cursor=8&amp;limit=1')
    expect(page.length).toBeLessThan(1_000_000)
  })
})
